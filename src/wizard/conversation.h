// Conversation: the interview as a value, without a toolkit. Screens come out as plain values with ready words;
// commands go in.
#pragma once

#include "casefile/case.h"
#include "engine/engine.h"
#include "foundation/date.h"
#include "foundation/diagnostic.h"
#include "report/advice.h"
#include "report/alignment_words.h"
#include "report/further.h"
#include "report/variant_words.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace fedadvise::directory
{
class PracticeList;
enum class Existing;
} // namespace fedadvise::directory

namespace fedadvise::wizard
{

/// In error lines, the fields of a practice that belong to no question.
inline constexpr const char* practice_name_field = "practice:name";
inline constexpr const char* practice_ods_code_field = "practice:ods-code";
inline constexpr const char* practice_condition_field = "practice:condition";
inline constexpr const char* practice_decide_by_field = "practice:decide-by";
inline constexpr const char* practice_decided_on_field = "practice:decided-on";
inline constexpr const char* practice_note_field = "practice:note";

/// Ids of the last two steps.
inline constexpr const char* check_step_id = "check";
inline constexpr const char* result_step_id = "result";

enum class PageKind
{
    Practices, ///< the list of practices, and the group's facts
    Questions, ///< sections of questions
    CheckAnswers,
    Result,
};

/// One step of the step list at the side.
struct Step
{
    std::string id; ///< "practices", "motivations", "purposes", "requirements", "relationships", "check", "result"
    std::string title;
    PageKind kind = PageKind::Questions;
    bool current = false;
    std::size_t answered = 0; ///< questions answered on it, "we do not know" included
    std::size_t asked = 0;    ///< questions asked on it
    std::size_t skipped = 0;  ///< questions left out, because no answer to them changes anything any more
    std::string state_words;  ///< "3 of 20 answered", "Not started", "All answered, 2 skipped"
};

struct OptionChoice
{
    std::string id;
    std::string label;
    bool chosen = false;
};

/// One question on screen. `practice` is the id of the practice that is asked, or empty for the group.
struct QuestionScreen
{
    std::string id;
    std::string practice;
    rulebase::AnswerKind kind = rulebase::AnswerKind::Choice;
    std::string prompt;
    std::string help;
    std::string why;                   ///< why it is asked
    std::vector<OptionChoice> options; ///< Scale, Choice, Choices
    std::string written;               ///< Number, Text, Date: what stands in the field, as the user wrote it
    std::string unit;
    bool unknown = false;  ///< "We do not know" is chosen
    bool answered = false; ///< has an answer, "we do not know" included
    std::string
        derived;      ///< words when the program works it out from the practices ("3, from the practices you listed")
    std::string note; ///< the user's own note
    std::string skip; ///< why it can be skipped, when no answer to it changes anything any more; or empty
    std::string conflict; ///< what files that were merged say differently here, until somebody answers; or empty
    std::string error;    ///< what is wrong with what is written, in a sentence; empty when nothing is
};

struct SectionScreen
{
    std::string id;
    std::string title;
    std::string help;
    std::vector<QuestionScreen> questions;
};

struct PracticeScreen
{
    std::string id;
    std::string name;
    std::string ods_code;
    std::string summary; ///< "9,100 patients, GMS, 4 partners"; "Nothing answered yet"
    bool leaves = false; ///< in the variant that is worked on: it can be brought back, and nothing else
    std::vector<std::string> variants = {}; ///< names of those that say something about it
    std::string commitment = {}; ///< "in", "in, if the rent is settled", "to decide by 1 March 2027"; or empty
};

/// An error for the summary on top of a page; `question` (and `practice`) is where its link leads. `question` may be
/// one of the practice fields above.
struct ErrorLine
{
    std::string question;
    std::string practice;
    std::string message;
};

/// Something that people should know before they go on; it never holds them back.
struct Notice
{
    std::string title;
    std::vector<std::string> lines; ///< sentences, one paragraph each
    std::string origin;             ///< the rules and sources behind it, in one line
    std::string step;               ///< where what it speaks of can be changed; empty: on several steps
    std::string change_title;       ///< "Change your motivations"; empty without a step
};

struct PageScreen
{
    std::string id;
    PageKind kind = PageKind::Questions;
    std::string title;
    std::string introduction;
    std::vector<PracticeScreen> practices; ///< Practices page only
    std::vector<SectionScreen> sections;
    std::vector<Notice> notices;   ///< what follows from the step before; on the check page all there are
    std::vector<ErrorLine> errors; ///< for "There is a problem"; empty when all is well
    std::string variant;           ///< name of the variant that is worked on; empty: the case itself
    std::string back_title;        ///< empty: there is no step before
    std::string continue_title;    ///< "Continue", "Show the result"; empty: there is no step after
};

/// What a practice has bound itself to, as it is written in its form.
struct CommitmentText
{
    std::string state; ///< "in", "conditional", "out"; empty: not said
    std::string condition;
    std::string decide_by; ///< "2027-03-01", or whatever was written
    std::string decided_on;
    std::string note;
    friend bool operator==(const CommitmentText&, const CommitmentText&) = default;
};

struct CommitmentForm
{
    CommitmentText written;
    std::vector<ErrorLine> errors; ///< of its fields; `question` is one of the practice fields above
};

/// One practice on its own, for the page or dialog that edits it.
struct PracticeForm
{
    std::string id;
    std::string name;
    std::string ods_code;
    std::string name_error;
    std::string ods_code_error;
    SectionScreen questions;
    CommitmentForm commitment = {};
};

/// A line of "Check your answers".
struct CheckLine
{
    std::string step; ///< where Change leads
    std::string section;
    std::string practice; ///< id, or empty for the group
    std::string practice_name;
    std::string question;
    std::string short_label;
    std::string answer; ///< "Not provided" when there is none
    bool provided = false;
};

/// Where a question is answered.
struct QuestionPlace
{
    std::string step;
    std::string practice; ///< id, or empty for the group
    std::string question; ///< empty: there is no such question
};

/// A line of the live panel: an option with its band in words and its reason.
struct LiveLine
{
    std::string option;
    std::string name;
    std::string band;
    std::string reason;
};

struct LivePanel
{
    std::string headline;            ///< one sentence
    std::vector<LiveLine> leading;   ///< what the answers so far point to
    std::vector<LiveLine> ruled_out; ///< with the reason
    std::vector<LiveLine> waiting;   ///< not yet, with the missing thing
    std::vector<Notice> notices;     ///< what the group should know before the result: aims that pull apart, and more
    bool settled = false;            ///< no open answer changes what comes first
    std::string undecided;           ///< whether one can stop, or how many questions can still change what comes first
    std::string next_question;       ///< short label of the open question that settles most
    QuestionPlace next_place;        ///< of that question; for practices, of the first that has not answered it
    std::string skipped; ///< the open questions to which no answer changes anything, in a sentence; or empty
};

/// A line of the list of variants.
struct VariantLine
{
    std::string id;
    std::string name;
    std::string note;
    bool current = false; ///< it is worked on
};

/// The interview of one case. A value: copy it to branch off; each command changes only this copy.
///
/// While a variant is worked on, everything is read through it, and what is answered becomes a difference of that
/// variant from the case itself. Names, notes and the title are the same in both, and no practice can join.
class Conversation
{
public:
    Conversation(engine::Engine engine, foundation::Date today);

    /// Begins with a case, for example one that was opened. `saved` says whether it stands in a file as it is.
    void open(casefile::Case group, bool saved);

    /// The case as it is looked at: the case itself, or as it would be in the variant that is worked on.
    [[nodiscard]] const casefile::Case& group() const { return m_group; }
    /// The case itself with all its variants, as it is to be saved.
    [[nodiscard]] const casefile::Case& file() const { return m_file; }
    [[nodiscard]] const engine::Engine& engine() const { return m_engine; }
    [[nodiscard]] bool has_unsaved_changes() const;
    /// Notes that the case as it is now stands in a file.
    void mark_saved();

    // Where we are.
    [[nodiscard]] std::vector<Step> steps() const;
    [[nodiscard]] std::string current_step() const { return m_step; }
    [[nodiscard]] PageScreen page() const;
    /// Goes to a step; looking is always allowed and loses nothing. Unknown ids are ignored.
    void go_to(const std::string& step);
    void go_back();
    /// Goes on when nothing on the page is wrong; otherwise stays, and page() carries the errors. Gives whether it
    /// moved.
    bool go_on();
    /// Shows what is wrong on the page from now on, without going on; gives whether nothing is wrong.
    bool check_step();

    // Answers. `practice` is empty for the group. What is written and wrong is kept in the field with its error, not as
    // an answer.
    void choose(const std::string& question, const std::string& practice, const std::string& option); ///< Scale, Choice
    void choose_set(const std::string& question, const std::string& practice,
                    std::vector<std::string> options); ///< Choices; empty clears
    void write(const std::string& question, const std::string& practice,
               const std::string& written); ///< Number, Text, Date; empty clears
    void say_unknown(const std::string& question, const std::string& practice);
    void clear(const std::string& question, const std::string& practice);
    void set_note(const std::string& question, const std::string& practice, const std::string& note);

    // Practices.
    /// Gives the id; empty, and nothing happens, while a variant is worked on.
    [[nodiscard]] std::string add_practice();
    /// Fills practices of a published list into the case, by their numbers in the list; those that it has not join. One
    /// step for undo. Nothing happens while a variant is worked on.
    void fill_in_practices(const directory::PracticeList& list, std::span<const std::size_t> chosen,
                           directory::Existing existing);
    /// In a variant it leaves there. In the case itself, its part in every variant goes with it.
    void remove_practice(const std::string& practice);
    /// Takes back that a practice leaves in the variant that is worked on.
    void bring_back_practice(const std::string& practice);
    /// Names of the variants that say something about the practice.
    [[nodiscard]] std::vector<std::string> variants_about(const std::string& practice) const;
    void name_practice(const std::string& practice, const std::string& name, const std::string& ods_code);
    /// Whether it takes part (commitments.cpp). A date that is none, or a text that is too long, stays in its field
    /// with its error; the rest counts.
    void commit_practice(const std::string& practice, const CommitmentText& written);
    [[nodiscard]] PracticeForm practice_form(const std::string& practice) const;
    void set_title(const std::string& title);

    // Variants. Those that add one give its id, and nothing happens (an empty id) when there are as many as a case
    // holds.
    [[nodiscard]] std::vector<VariantLine> variants() const;
    /// A copy of the variant that is worked on, or one in which nothing is otherwise yet. Without a name it gets one.
    std::string add_variant(const std::string& name);
    /// The variant that leads from the case itself to `changed`.
    std::string add_variant(const std::string& name, const casefile::Case& changed);
    /// "If … leaves"; when there is such a variant already, that one.
    std::string add_variant_without(const std::string& practice);
    void rename_variant(const std::string& variant, const std::string& name); ///< an empty name is ignored
    void note_variant(const std::string& variant, const std::string& note);
    void remove_variant(const std::string& variant);
    /// Goes to work on it; empty: on the case itself. Looking elsewhere changes nothing. Unknown ids are ignored.
    void work_on_variant(const std::string& variant);
    [[nodiscard]] const std::string& current_variant() const { return m_variant; } ///< id, or empty
    /// What would be otherwise in each variant, in words, judged anew.
    [[nodiscard]] std::vector<report::VariantComparison> comparisons() const;
    [[nodiscard]] std::optional<report::VariantComparison> comparison(const std::string& variant) const;

    // Practices answer separately (separate_answers.cpp). Each can be undone. While a variant is worked on, the first
    // two go back to the case itself.
    /// The case after a merge, in place of the one that is open.
    void take_over(casefile::Case merged);
    /// Puts a value of a conflict of file() into its place, by their numbers.
    void decide_conflict(std::size_t conflict, std::size_t value);
    /// From now on answers belong to the next round.
    void start_next_round();
    /// Gives the case an id when it has none.
    void give_id(const std::string& id);

    // Undo and redo of every change, without limit in a session.
    [[nodiscard]] bool can_undo() const { return !m_undo.empty(); }
    [[nodiscard]] bool can_redo() const { return !m_redo.empty(); }
    void undo();
    void redo();

    [[nodiscard]] std::vector<CheckLine> check_lines() const;
    [[nodiscard]] LivePanel live_panel() const;
    /// The whole advice on the answers so far.
    [[nodiscard]] report::Advice advice() const;
    /// How firm it is, and what would change it; takes some tenths of a second.
    [[nodiscard]] report::Further further() const;
    /// Where the practices stand; takes up to a second for large groups.
    [[nodiscard]] report::AlignmentAdvice alignment() const;
    /// The day whose law applies to group().
    [[nodiscard]] foundation::Date day_of_law() const { return engine::day_of_law(m_group, std::nullopt, m_today); }
    /// Name of a model or vehicle; the id when there is none such.
    [[nodiscard]] std::string name_of_option(const std::string& option) const;

private:
    struct Written ///< a field whose text is no answer
    {
        std::string question, practice, text, error;
        std::string variant = {}; ///< in which it was written
    };
    struct Moment ///< what undo goes back to
    {
        casefile::Case file;
        std::string variant;
    };

    // Places of answers (answers.cpp).
    [[nodiscard]] casefile::Answers* answers_of(const std::string& practice);
    [[nodiscard]] const casefile::Answers* answers_of(const std::string& practice) const;
    [[nodiscard]] casefile::Practice* find_practice(const std::string& practice);
    [[nodiscard]] const casefile::Practice* find_practice(const std::string& practice) const;
    [[nodiscard]] const rulebase::Question* question_for(const std::string& question,
                                                         const std::string& practice) const;
    [[nodiscard]] std::optional<casefile::Answer> answer_to(const rulebase::Question& question,
                                                            const std::string& practice) const;
    void put(const rulebase::Question& question, const std::string& practice,
             const std::optional<casefile::Answer>& answer);
    [[nodiscard]] const Written* find_written(const std::string& question, const std::string& practice) const;
    void keep_written(Written written);
    void drop_written(const std::string& question, const std::string& practice);
    void drop_written_that_moved(const casefile::Case& before);
    void step_to(std::vector<Moment>& from, std::vector<Moment>& back);
    void take_over_shared(casefile::Case& file) const;
    void look_through_variant();
    std::string keep_variant(casefile::Variant variant, const std::string& name);
    void change(const std::function<void()>& command);
    void change_variants(const std::function<void()>& command);
    void note_change(Moment before);

    /// What the open questions still decide.
    [[nodiscard]] const report::Further& open_questions() const;

    [[nodiscard]] QuestionPlace open_place_of(const rulebase::QuestionId& question) const;

    // Words for screens (screens.cpp, check_lines.cpp).
    [[nodiscard]] const casefile::Conflict* find_conflict(const rulebase::Question& question,
                                                          const std::string& practice) const;
    [[nodiscard]] std::string conflict_words(const rulebase::Question& question, const std::string& practice) const;
    [[nodiscard]] bool is_asked(const rulebase::Question& question) const;
    [[nodiscard]] std::string derived_words(const rulebase::Question& question, const std::string& practice) const;
    [[nodiscard]] bool is_answered(const rulebase::Question& question, const std::string& practice) const;
    [[nodiscard]] bool changes_nothing(const rulebase::Question& question) const;
    [[nodiscard]] bool stands_in_form(const rulebase::Question& question, const casefile::Practice& practice) const;
    [[nodiscard]] QuestionScreen screen_of(const rulebase::Question& question, const std::string& practice) const;
    [[nodiscard]] SectionScreen section_screen(const rulebase::Section& section) const;
    [[nodiscard]] CommitmentForm commitment_form(const casefile::Practice& practice) const;
    [[nodiscard]] std::string practice_summary(const casefile::Practice& practice) const;
    void count_answers(Step& step) const;
    [[nodiscard]] std::string step_of(const rulebase::Question& question, const std::string& practice) const;
    [[nodiscard]] std::vector<Notice> notices_on(const std::string& step) const;
    [[nodiscard]] std::vector<ErrorLine> errors_on(const std::string& step) const;
    [[nodiscard]] bool shows_errors(const std::string& step) const { return m_checked_steps.contains(step); }
    void leave_step();
    void note_asked();
    [[nodiscard]] CheckLine check_line(const rulebase::Section& section, const rulebase::Question& question,
                                       const casefile::Practice* practice) const;

    engine::Engine m_engine;
    foundation::Date m_today;
    casefile::Case m_file;  ///< with all variants
    std::string m_variant;  ///< id of the one that is worked on; empty: none
    casefile::Case m_group; ///< m_file seen through that variant
    casefile::Case m_saved;
    mutable std::optional<report::Further> m_open; ///< worked out when somebody asks; none after a change
    std::vector<engine::Truth> m_asked; ///< of the case as it is: whether each question of the rule base is asked
    std::string m_step = "practices";
    std::vector<Written> m_written;
    std::vector<Moment> m_undo;
    std::vector<Moment> m_redo;
    std::set<std::string>
        m_checked_steps; ///< steps whose errors are shown: left, or tried to leave, with something wrong
};

} // namespace fedadvise::wizard
