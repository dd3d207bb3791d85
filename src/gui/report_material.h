// ReportMaterial: all that documents are made from. What takes long is worked out once somebody wants a document.
#pragma once

#include "engine/engine.h"
#include "report/documents.h"

#include <atomic>
#include <optional>
#include <string_view>
#include <vector>

namespace fedadvise::gui
{

class ReportMaterial
{
public:
    /// `day` is that of the law.
    ReportMaterial(engine::Engine engine, casefile::Case group, foundation::Date day, report::Advice advice,
                   std::vector<report::VariantComparison> variants);
    ReportMaterial(const ReportMaterial&) = delete;
    ReportMaterial& operator=(const ReportMaterial&) = delete;

    [[nodiscard]] const std::string& title() const { return m_advice.title; }
    /// Whether the case has what the document is about.
    [[nodiscard]] bool has(std::string_view document) const;
    /// How firm the result is, and where the practices stand: up to two seconds, in any thread; at once when it is
    /// done already. Nobody may ask for the input meanwhile.
    void work_out();
    [[nodiscard]] bool is_worked_out() const { return m_worked_out; }
    /// Whole once it is worked out; before, names and titles are right. Stays valid as long as this.
    [[nodiscard]] report::ReportInput input(std::optional<foundation::Date> start) const;

private:
    engine::Engine m_engine;
    casefile::Case m_group;
    foundation::Date m_day;
    report::Advice m_advice;
    std::vector<report::VariantComparison> m_variants;
    report::Further m_further;
    std::optional<report::AlignmentAdvice> m_alignment; ///< none: fewer than two practices
    std::atomic<bool> m_worked_out = false;
};

} // namespace fedadvise::gui
