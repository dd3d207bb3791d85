#include "casefile/expectation_reader.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <array>

namespace fedadvise::casefile
{

using rulebase::RuleBase;

namespace
{

/// What may stand behind the colon.
enum class Form
{
    Options,   ///< federation-company or contractual-alliance
    OptionsBy, ///< llp by HC-01
    Rules,     ///< MO30
    RulesAt,   ///< MO30 for federation-company
    Points,    ///< federation-company 9
    Steps,     ///< NS-20 3
    Pairs,     ///< federation-company with cic-guarantee
    Step,      ///< g4
    Lessons,   ///< 3
};

struct Phrase
{
    const char* words;
    ExpectationKind kind;
    Form form;
};

constexpr std::array phrases = {
    Phrase{"Must lead", ExpectationKind::Leads, Form::Options},
    Phrase{"Must not lead", ExpectationKind::DoesNotLead, Form::Options},
    Phrase{"In the first three", ExpectationKind::FirstThree, Form::Options},
    Phrase{"May be shown", ExpectationKind::Shown, Form::Options},
    Phrase{"Must not be shown", ExpectationKind::NotShown, Form::Options},
    Phrase{"Must be ruled out", ExpectationKind::RuledOut, Form::OptionsBy},
    Phrase{"Must not be ruled out", ExpectationKind::NotRuledOut, Form::OptionsBy},
    Phrase{"Must wait", ExpectationKind::Waits, Form::OptionsBy},
    Phrase{"Must not wait", ExpectationKind::DoesNotWait, Form::OptionsBy},
    Phrase{"Must point towards", ExpectationKind::PointsTowards, Form::Options},
    Phrase{"Must point away", ExpectationKind::PointsAway, Form::Options},
    Phrase{"May go together", ExpectationKind::Paired, Form::Pairs},
    Phrase{"Must not go together", ExpectationKind::NotPaired, Form::Pairs},
    Phrase{"Must be warned", ExpectationKind::Warned, Form::RulesAt},
    Phrase{"Must not be warned", ExpectationKind::NotWarned, Form::RulesAt},
    Phrase{"Must say", ExpectationKind::Says, Form::RulesAt},
    Phrase{"Must not say", ExpectationKind::DoesNotSay, Form::RulesAt},
    Phrase{"Must hold", ExpectationKind::Holds, Form::Rules},
    Phrase{"Must not hold", ExpectationKind::DoesNotHold, Form::Rules},
    Phrase{"Cannot tell", ExpectationKind::CannotTell, Form::Rules},
    Phrase{"Points", ExpectationKind::Points, Form::Points},
    Phrase{"Next steps", ExpectationKind::Steps, Form::Steps},
    Phrase{"Deepest step", ExpectationKind::Depth, Form::Step},
    Phrase{"Lesson raised", ExpectationKind::Lesson, Form::Lessons},
    Phrase{"Lesson not raised", ExpectationKind::NoLesson, Form::Lessons},
};

const Phrase& phrase(ExpectationKind kind)
{
    return *std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& p) { return p.kind == kind; });
}

/// Words and commas, each by itself.
std::vector<std::string> tokens_of(const std::string& written)
{
    std::string spaced;
    for (const char c : written)
        spaced += c == ',' ? std::string(" , ") : std::string(1, c);
    return foundation::split_words(spaced);
}

std::vector<std::string> option_names(const RuleBase& rules)
{
    std::vector<std::string> names;
    for (const rulebase::Model& model : rules.models)
        names.push_back(model.id.value);
    for (const rulebase::Vehicle& vehicle : rules.vehicles)
        names.push_back(vehicle.id.value);
    return names;
}

std::vector<std::string> rule_names(const RuleBase& rules)
{
    std::vector<std::string> names;
    for (const rulebase::Rule& rule : rules.rules)
        names.push_back(rule.id.value);
    return names;
}

bool is_option(const RuleBase& rules, const std::string& word)
{
    return rulebase::find_model(rules, {word}) != nullptr || rulebase::find_vehicle(rules, {word}) != nullptr;
}

bool is_rule(const RuleBase& rules, const std::string& word)
{
    return rulebase::find_rule(rules, {word}) != nullptr;
}

/// Reads the words behind the colon one after the other. Each item begins with what its form asks for first; "by",
/// "for" and "with" lead over to what belongs to the item before.
class ItemReader
{
public:
    ItemReader(const RuleBase& rules, const Phrase& phrase) : m_rules(rules), m_phrase(phrase) {}

    std::variant<Expectation, ExpectationFault> read(const std::string& written)
    {
        for (const std::string& word : tokens_of(written))
        {
            read_word(word);
            if (m_fault)
                return *m_fault;
        }
        check_end();
        if (m_fault)
            return *m_fault;
        m_expectation.kind = m_phrase.kind;
        return std::move(m_expectation);
    }

private:
    void fault(const char* code, std::string message, std::string advice)
    {
        if (!m_fault)
            m_fault = ExpectationFault{code, std::move(message), std::move(advice)};
    }
    std::string example() const
    {
        const std::string words = std::string(m_phrase.words) + ": ";
        switch (m_phrase.form)
        {
        case Form::Options: return words + "federation-company or contractual-alliance";
        case Form::OptionsBy: return words + "llp by HC-01";
        case Form::Rules: return words + "HC-01";
        case Form::RulesAt: return words + "HC-01 for llp";
        case Form::Points: return words + "federation-company 9, llp -2";
        case Form::Steps: return words + "NS-20 3";
        case Form::Pairs: return words + "federation-company with cic-guarantee";
        case Form::Step: return words + "g4";
        case Form::Lessons: return words + "3";
        }
        return words;
    }
    std::string for_example() const { return "Write it like this: \"" + example() + "\"."; }

    void read_word(const std::string& word)
    {
        if (word == "," || word == "and" || word == "or")
            return separate(word);
        if (word == link())
            return begin_links(word);
        if (m_after_link || (m_linked && belongs_to_link(word)))
            return add_linked(word);
        if (!m_separated && !m_expectation.items.empty() && !expects_number())
            return fault("fedtest.unclear", "There is no comma before '" + word + "'.",
                         "Put commas between names, or \"or\" where one of them is enough.");
        add_item(word);
        m_separated = false;
    }
    /// The word that leads over to what belongs to an item.
    std::string link() const
    {
        switch (m_phrase.form)
        {
        case Form::OptionsBy: return "by";
        case Form::RulesAt: return "for";
        case Form::Pairs: return "with";
        default: return {};
        }
    }
    bool expects_number() const { return m_waits_for_number; }

    void separate(const std::string& word)
    {
        if (m_expectation.items.empty() || m_after_link || expects_number())
            return fault("fedtest.unclear", "A name is missing before '" + word + "'.", for_example());
        if (word == "or" && m_said_and)
            return fault("fedtest.unclear", "The line has \"or\" beside \"and\" or a comma that follows an \"or\".",
                         "Write two lines, so that it is clear which names belong together.");
        m_said_or = m_said_or || word == "or";
        m_said_and = m_said_and || word == "and";
        if (m_said_or && word != "or")
            return fault("fedtest.unclear", "The line has \"or\" beside \"and\" or a comma that follows an \"or\".",
                         "Write two lines, so that it is clear which names belong together.");
        m_expectation.any = m_said_or;
        m_separated = true;
    }
    void begin_links(const std::string& word)
    {
        if (m_expectation.items.empty() || m_separated || m_linked)
            return fault("fedtest.unclear", "'" + word + "' does not follow a name.", for_example());
        m_after_link = m_linked = true;
    }
    bool belongs_to_link(const std::string& word) const
    {
        if (m_phrase.form == Form::OptionsBy)
            return is_rule(m_rules, word) || word == "readiness";
        return m_phrase.form == Form::RulesAt && is_option(m_rules, word);
    }
    void add_linked(const std::string& word)
    {
        ExpectedItem& item = m_expectation.items.back();
        m_after_link = m_separated = false;
        if (m_phrase.form == Form::OptionsBy && word == "readiness")
            item.by_readiness = true;
        else if (m_phrase.form == Form::OptionsBy && check_rule(word))
            item.by.push_back({word});
        else if (m_phrase.form == Form::RulesAt && check_option(word))
            item.at.push_back({word});
        else if (m_phrase.form == Form::Pairs)
        {
            if (rulebase::find_vehicle(m_rules, {word}) == nullptr)
                return unknown(word, "is no vehicle", vehicle_names());
            item.vehicle = {word};
        }
    }

    void add_item(const std::string& word)
    {
        ExpectedItem item;
        m_linked = false;
        switch (m_phrase.form)
        {
        case Form::Options:
        case Form::OptionsBy:
            if (check_option(word))
                item.option = {word};
            break;
        case Form::Pairs:
            if (rulebase::find_model(m_rules, {word}) == nullptr)
                return unknown(word, "is no model", model_names());
            item.option = {word};
            break;
        case Form::Rules:
        case Form::RulesAt:
            if (check_rule(word))
                item.rule = {word};
            break;
        case Form::Points:
        case Form::Steps: return add_with_number(word);
        case Form::Step: item.depth = read_step(word); break;
        case Form::Lessons: item.number = read_lesson(word); break;
        }
        m_expectation.items.push_back(std::move(item));
    }
    void add_with_number(const std::string& word)
    {
        if (m_waits_for_number)
        {
            const auto number = foundation::parse_integer(word);
            if (!number || *number < -1000 || *number > 1000)
                return fault("fedtest.bad-number", "'" + word + "' is not a number.", for_example());
            m_expectation.items.back().number = static_cast<int>(*number);
            m_waits_for_number = false;
            return;
        }
        ExpectedItem item;
        if (m_phrase.form == Form::Points ? !check_option(word) : !check_rule(word))
            return;
        if (m_phrase.form == Form::Points)
            item.option = {word};
        else
            item.rule = {word};
        m_expectation.items.push_back(std::move(item));
        m_waits_for_number = true;
    }
    std::optional<std::size_t> read_step(const std::string& word)
    {
        const auto step = rulebase::gradient_index(m_rules, word);
        if (!step)
        {
            std::vector<std::string> names;
            for (const rulebase::GradientStep& known : m_rules.gradient)
                names.push_back(known.id);
            fault("fedtest.unknown-id", "'" + word + "' is no step of the gradient.",
                  "The steps are " + foundation::joined(names, ", ") + ".");
        }
        return step;
    }
    int read_lesson(const std::string& word)
    {
        const auto number = foundation::parse_integer(word);
        const bool known = number && std::any_of(m_rules.lessons.begin(), m_rules.lessons.end(),
                                                 [&](const rulebase::Lesson& l) { return l.number == *number; });
        if (!known)
            fault("fedtest.unknown-id", "There is no lesson '" + word + "'.", "Write the number of a lesson, 1 to 10.");
        return known ? static_cast<int>(*number) : 0;
    }

    std::vector<std::string> model_names() const
    {
        auto names = option_names(m_rules);
        names.resize(m_rules.models.size());
        return names;
    }
    std::vector<std::string> vehicle_names() const
    {
        const auto names = option_names(m_rules);
        return {names.begin() + static_cast<std::ptrdiff_t>(m_rules.models.size()), names.end()};
    }
    void unknown(const std::string& word, const std::string& what, const std::vector<std::string>& names)
    {
        std::string near = foundation::nearest_word(word, names);
        for (const auto& others : {option_names(m_rules), rule_names(m_rules)})
            near = near.empty() ? foundation::nearest_word(word, others) : near;
        if (near == word)
            near.clear();
        fault("fedtest.unknown-id", "'" + word + "' " + what + ".",
              !near.empty()       ? "Did you mean '" + near + "'?"
              : names.size() > 60 ? "'fedadvise test --coverage' names every rule."
                                  : "Known are: " + foundation::joined(names, ", ") + ".");
    }
    bool check_option(const std::string& word)
    {
        if (is_option(m_rules, word))
            return true;
        unknown(word, "is neither a model nor a vehicle", option_names(m_rules));
        return false;
    }
    bool check_rule(const std::string& word)
    {
        if (is_rule(m_rules, word))
            return true;
        unknown(word, "is no rule", rule_names(m_rules));
        return false;
    }
    void check_end()
    {
        if (m_expectation.items.empty())
            return fault("fedtest.empty", "Nothing stands behind \"" + std::string(m_phrase.words) + ":\".",
                         for_example());
        const bool lacks_vehicle = m_phrase.form == Form::Pairs &&
                                   std::any_of(m_expectation.items.begin(), m_expectation.items.end(),
                                               [](const ExpectedItem& item) { return item.vehicle.value.empty(); });
        if (m_after_link || m_separated || m_waits_for_number || lacks_vehicle)
            return fault("fedtest.unclear", "Something is missing in the line.", for_example());
        if (m_phrase.form == Form::Step && m_expectation.items.size() > 1)
            fault("fedtest.unclear", "There can be one deepest step only.", for_example());
    }

    const RuleBase& m_rules;
    const Phrase& m_phrase;
    Expectation m_expectation;
    std::optional<ExpectationFault> m_fault;
    bool m_separated = true;
    bool m_after_link = false; ///< a link word was read, and nothing after it yet
    bool m_linked = false;     ///< the item has a link word
    bool m_waits_for_number = false;
    bool m_said_or = false;
    bool m_said_and = false;
};

} // namespace

std::string phrase_of(ExpectationKind kind)
{
    return phrase(kind).words;
}

std::optional<ExpectationKind> expectation_kind(const std::string& words)
{
    const std::string wanted = foundation::lower_case(foundation::as_paragraph(words));
    for (const Phrase& known : phrases)
        if (foundation::lower_case(known.words) == wanted)
            return known.kind;
    return std::nullopt;
}

std::vector<std::string> expectation_phrases()
{
    std::vector<std::string> words;
    for (const Phrase& known : phrases)
        words.emplace_back(known.words);
    return words;
}

std::variant<Expectation, ExpectationFault> read_expectation(ExpectationKind kind, const std::string& written,
                                                             const RuleBase& rules)
{
    return ItemReader(rules, phrase(kind)).read(written);
}

} // namespace fedadvise::casefile
