#include "gui/report_material.h"

#include <utility>

namespace fedadvise::gui
{

ReportMaterial::ReportMaterial(engine::Engine engine, casefile::Case group, foundation::Date day, report::Advice advice,
                               std::vector<report::VariantComparison> variants)
    : m_engine(std::move(engine)),
      m_group(std::move(group)),
      m_day(day),
      m_advice(std::move(advice)),
      m_variants(std::move(variants))
{
    if (m_group.practices.size() > 1)
        m_alignment.emplace();
}

bool ReportMaterial::has(std::string_view document) const
{
    return report::has_document(document, input(std::nullopt));
}

void ReportMaterial::work_out()
{
    if (m_worked_out)
        return;
    m_further = report::look_further(m_engine, m_group, m_day);
    if (m_alignment)
        m_alignment = report::align_in_words(m_engine, m_group, m_day);
    m_worked_out = true;
}

report::ReportInput ReportMaterial::input(std::optional<foundation::Date> start) const
{
    return {m_engine.rules(), m_group, m_advice, m_variants, &m_further, m_alignment ? &*m_alignment : nullptr, start};
}

} // namespace fedadvise::gui
