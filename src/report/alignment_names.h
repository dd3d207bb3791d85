// Names for the words about alignment: practices, models and answers as people call them.
#pragma once

#include "alignment/alignment.h"
#include "report/alignment_words.h"
#include "report/wording.h"

#include <string>
#include <vector>

namespace fedadvise::report
{

/// What every sentence about alignment is made from. All must outlive it.
struct AlignmentWording
{
    const alignment::Roundtable& table;
    const alignment::Alignment& alignment;
    const engine::Assessment& assessment; ///< of the group as it is

    [[nodiscard]] const rulebase::RuleBase& rules() const { return table.engine().rules(); }
    [[nodiscard]] std::string practice(std::size_t index) const;
    [[nodiscard]] std::vector<std::string> practices(const alignment::Members& members) const;
    /// "A, B and C"; beyond six "A, B, C, D, E and 4 more".
    [[nodiscard]] std::string practices_in_short(const alignment::Members& members) const;
    [[nodiscard]] NamedModel model(std::size_t index) const;
    [[nodiscard]] std::vector<NamedModel> models(const std::vector<std::size_t>& indexes) const;
    [[nodiscard]] std::string label(std::size_t question) const;
};

/// "“Partnership merger”", "“A” or “B”".
[[nodiscard]] std::string quoted(const std::vector<NamedModel>& models, std::string_view link = "or");

[[nodiscard]] std::string answer_of(const rulebase::Question& question, const engine::HeldValue& value);

/// The one sentence on top.
[[nodiscard]] std::string alignment_headline(const AlignmentWording& wording);

/// The half page for the practice least served.
[[nodiscard]] MinorityReport minority_report(const AlignmentWording& wording, const alignment::Minority& minority);

/// What speaks against a model in an assessment: what rules it out, else what it waits for, else the strongest pulls.
[[nodiscard]] std::vector<Statement> objections(const Wording& wording, const rulebase::Model& model,
                                                std::size_t at_most);

} // namespace fedadvise::report
