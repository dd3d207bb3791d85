// Presentation: choices that the text and the HTML writer share, so that both say the same.
#pragma once

#include "report/advice.h"

#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::report
{

/// A list of statements of one option under its heading.
struct StatementGroup
{
    std::string_view heading;
    const std::vector<Statement>* statements;
    bool effect_first = false; ///< the effect's own sentence says more than the text: what is missing or required
    bool open = false;         ///< what may still come: said without its reasons
};

/// Every list of an option in reading order, empty ones left out.
[[nodiscard]] std::vector<StatementGroup> statement_groups(const OptionAdvice& option);

/// "speaks strongly for it", "speaks against it a little"; empty for 0. Words, because a number would look more exact
/// than it is.
[[nodiscard]] std::string strength_words(int strength);

/// "known", "checked against the source", …: how well the reason is known, for people.
[[nodiscard]] std::string tag_words(const std::string& tag);

/// "Same purpose: Agree; Open books: Agree and 7 more answers": the answers behind a statement, the first few by name.
[[nodiscard]] std::string because_in_short(const Statement& statement);

/// Options of a band, in order.
[[nodiscard]] std::vector<const OptionAdvice*> options_in_band(const std::vector<OptionAdvice>& options,
                                                               std::string_view band);

/// The options a reader looks at first: those that lead, and when that is only one, the next rank that is neither ruled
/// out nor waits. Empty when nothing leads.
[[nodiscard]] std::vector<const OptionAdvice*> options_to_show_first(const std::vector<OptionAdvice>& options);

/// The vehicles a reader looks at first, without those that are unusual for every model that leads, as long as two
/// remain.
[[nodiscard]] std::vector<const OptionAdvice*> vehicles_to_show_first(const Advice& advice);

/// Names of the vehicles that carry a model with this fit, in order; empty when there are none.
[[nodiscard]] std::string vehicles_of(const Advice& advice, const std::string& model, std::string_view fit);

/// "Raised", "Not raised", "Cannot be told yet".
[[nodiscard]] std::string lesson_state_words(const std::string& state);

/// "You are here. Your answers point to a model at this step. Deeper than your answers carry now.", or empty.
[[nodiscard]] std::string stop_words(const GradientStop& stop);

/// The warnings and raised lessons that the interview says before the result, in that order.
[[nodiscard]] std::vector<const Statement*> said_early(const Advice& advice);
/// "The commissioner must agree. (For Joint premises; rule PR46.)"
[[nodiscard]] std::string need_words(const PathNeed& need);

/// "Joint premises (comes first): Rooms are short (Estates: …). …"; "(has to wait)" for one that waits.
[[nodiscard]] std::string path_model_words(const PathModel& model);

/// The option with this id, or a null pointer.
[[nodiscard]] const OptionAdvice* find_option(const Advice& advice, const std::string& id);

/// One sentence on legal persons for the models that lead; empty when nothing leads.
[[nodiscard]] std::string legal_person_words(const Advice& advice);

} // namespace fedadvise::report
