#include "rulebase/condition_reader.h"

#include "foundation/text_list.h"

#include <utility>

namespace fedadvise::rulebase
{

namespace
{

std::optional<Condition> read_condition(const XmlElement& element, Diagnostics& faults);

std::vector<Condition> read_parts(const XmlElement& element, Diagnostics& faults)
{
    std::vector<Condition> parts;
    for (const XmlElement& child : element.children)
        if (auto part = read_condition(child, faults))
            parts.push_back(std::move(*part));
    if (element.children.empty())
        report(faults, element, "rulebase.empty-condition", "<" + element.name + "> has nothing in it.",
               "Put at least one condition into it, or remove it.");
    if (!element.text.empty())
        report(faults, element, "rulebase.stray-text",
               "There is text directly in <" + element.name + ">: '" + element.text.substr(0, 40) + "'.", "Remove it.");
    return parts;
}

void read_range(const XmlElement& element, Comparison& comparison, Diagnostics& faults)
{
    struct End
    {
        std::string_view attribute;
        bool lower;
        bool inclusive;
    };
    for (const End& end : {End{"at-least", true, true}, End{"more-than", true, false}, End{"at-most", false, true},
                           End{"less-than", false, false}})
    {
        const XmlElement::Attribute* found = element.find(end.attribute);
        if (found == nullptr)
            continue;
        std::optional<Bound>& bound = end.lower ? comparison.lower : comparison.upper;
        if (bound)
            report(faults, element, "rulebase.two-bounds",
                   std::string("<") + element.name + "> has two " + (end.lower ? "lower" : "upper") + " bounds.",
                   "Keep one of them.");
        bound = Bound{found->value, end.inclusive};
    }
}

Comparison read_comparison(const XmlElement& element, Diagnostics& faults)
{
    Comparison comparison;
    int comparisons = 0;
    const auto take_words = [&](std::string_view attribute, Comparison::Kind kind)
    {
        if (element.find(attribute) == nullptr)
            return;
        ++comparisons;
        comparison.kind = kind;
        comparison.values = words(element, attribute);
        if (comparison.values.empty())
            report(faults, element, "rulebase.bad-value", std::string(attribute) + "= is empty.",
                   "Name at least one value.");
    };
    take_words("is", Comparison::Kind::OneOf);
    take_words("is-not", Comparison::Kind::NotOneOf);
    take_words("includes", Comparison::Kind::Includes);
    take_words("excludes", Comparison::Kind::Excludes);
    read_range(element, comparison, faults);
    if (comparison.lower || comparison.upper)
    {
        ++comparisons;
        comparison.kind = Comparison::Kind::Range;
    }
    if (comparisons != 1)
        report(faults, element, "rulebase.no-comparison",
               "<" + element.name + "> " +
                   (comparisons == 0 ? "does not say what to compare with." : "has more than one comparison."),
               "Use one of is, is-not, includes, excludes, at-least, at-most, more-than, less-than (a range may have "
               "two ends).");
    return comparison;
}

Condition read_test(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(
        element,
        {"question", "of", "is", "is-not", "includes", "excludes", "at-least", "at-most", "more-than", "less-than"},
        faults);
    AnswerTest test;
    test.question.value = required(element, "question", faults);
    if (element.find("of") != nullptr)
        test.of = one_of<Statistic>(element, "of",
                                    {{"group", Statistic::Group},
                                     {"lowest", Statistic::Lowest},
                                     {"highest", Statistic::Highest},
                                     {"spread", Statistic::Spread},
                                     {"distinct", Statistic::Distinct}},
                                    faults);
    test.comparison = read_comparison(element, faults);
    return {std::move(test), element.place};
}

Condition read_practices(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element,
                     {"how-many", "question", "is", "is-not", "includes", "excludes", "at-least", "at-most",
                      "more-than", "less-than"},
                     faults);
    PracticesTest test;
    test.question.value = required(element, "question", faults);
    test.how_many = one_of<HowMany>(
        element, "how-many",
        {{"some", HowMany::Some}, {"every", HowMany::Every}, {"none", HowMany::None}, {"half", HowMany::Half}}, faults);
    test.comparison = read_comparison(element, faults);
    return {std::move(test), element.place};
}

Condition read_family(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(
        element,
        {"name", "flag", "only", "except", "count", "is", "is-not", "at-least", "at-most", "more-than", "less-than"},
        faults);
    FamilyTest test;
    test.family = required(element, "name", faults);
    const std::string flag = optional(element, "flag");
    if (flag.size() > 1)
        report(faults, element, "rulebase.bad-value", "flag= takes one letter, not '" + flag + "'.",
               "Use one element for each letter.");
    test.flag = flag.empty() ? '\0' : flag.front();
    test.only = words(element, "only");
    test.except = words(element, "except");
    test.count = static_cast<int>(whole_number(element, "count", faults).value_or(1));
    if (test.count < 1)
        report(faults, element, "rulebase.bad-number", "count= must be at least 1.",
               "Write count=\"1\" or more; for none use <not>.");
    test.comparison = read_comparison(element, faults);
    return {std::move(test), element.place};
}

Condition read_measure(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "at-least", "at-most", "more-than", "less-than"}, faults);
    MeasureTest test;
    test.measure = required(element, "id", faults);
    test.comparison = read_comparison(element, faults);
    return {std::move(test), element.place};
}

Condition read_gates(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"step", "passed"}, faults);
    GatesTest test;
    test.step = required(element, "step", faults);
    test.passed = yes_or_no(element, "passed", true, faults);
    return {std::move(test), element.place};
}

Condition read_checklist(const XmlElement& element, Diagnostics& faults)
{
    allow_attributes(element, {"id", "at-least", "at-most"}, faults);
    ChecklistTest test;
    test.checklist = required(element, "id", faults);
    const auto count = [&](std::string_view attribute)
    {
        const auto number = whole_number(element, attribute, faults);
        return number ? std::optional<int>(static_cast<int>(*number)) : std::nullopt;
    };
    test.at_least = count("at-least");
    test.at_most = count("at-most");
    if (test.at_least.has_value() == test.at_most.has_value())
        report(faults, element, "rulebase.no-comparison", "<checklist> needs either at-least or at-most.",
               "Write at-least=\"7\", for example.");
    return {std::move(test), element.place};
}

std::optional<Condition> read_condition(const XmlElement& element, Diagnostics& faults)
{
    if (element.name == "all" || element.name == "any" || element.name == "not")
        allow_attributes(element, {}, faults);
    else if (element.name == "test" || element.name == "practices" || element.name == "family" ||
             element.name == "measure" || element.name == "gates" || element.name == "checklist")
        allow_no_content(element, faults);
    if (element.name == "all")
        return Condition{AllOf{read_parts(element, faults)}, element.place};
    if (element.name == "any")
        return Condition{AnyOf{read_parts(element, faults)}, element.place};
    if (element.name == "not")
    {
        if (element.children.size() > 1)
            report(faults, element, "rulebase.bad-condition", "<not> has more than one condition in it.",
                   "Put them into <any> (none of them) or <all> (not all of them) first.");
        return Condition{NoneOf{read_parts(element, faults)}, element.place};
    }
    if (element.name == "at-least")
    {
        allow_attributes(element, {"n"}, faults);
        AtLeast at_least{static_cast<int>(whole_number(element, "n", faults).value_or(0)), read_parts(element, faults)};
        if (at_least.count < 1 || at_least.count > static_cast<int>(at_least.parts.size()))
            report(faults, element, "rulebase.bad-number", "n= must be between 1 and the number of conditions.",
                   "Count the conditions inside.");
        return Condition{std::move(at_least), element.place};
    }
    if (element.name == "test")
        return read_test(element, faults);
    if (element.name == "practices")
        return read_practices(element, faults);
    if (element.name == "family")
        return read_family(element, faults);
    if (element.name == "measure")
        return read_measure(element, faults);
    if (element.name == "gates")
        return read_gates(element, faults);
    if (element.name == "checklist")
        return read_checklist(element, faults);
    const std::vector<std::string> known = {"all",       "any",    "not",     "at-least", "test",
                                            "practices", "family", "measure", "gates",    "checklist"};
    const std::string near = foundation::nearest_word(element.name, known);
    report(faults, element, "rulebase.unknown-element", "<" + element.name + "> is not a condition.",
           near.empty() ? "Conditions are: " + foundation::joined(known, ", ") + "." : "Did you mean <" + near + ">?");
    return std::nullopt;
}

} // namespace

std::optional<Condition> read_condition_inside(const XmlElement& parent, Diagnostics& faults)
{
    allow_attributes(parent, {}, faults);
    if (!parent.text.empty())
        report(faults, parent, "rulebase.stray-text",
               "There is text directly in <" + parent.name + ">: '" + parent.text.substr(0, 40) + "'.", "Remove it.");
    if (parent.children.size() != 1)
    {
        report(faults, parent, "rulebase.bad-condition",
               "<" + parent.name + "> must hold exactly one condition, not " + std::to_string(parent.children.size()) +
                   ".",
               "Join several with <all> or <any>.");
        return std::nullopt;
    }
    return read_condition(parent.children.front(), faults);
}

} // namespace fedadvise::rulebase
