#include "foundation/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace fedadvise::foundation
{

bool has_errors(std::span<const Diagnostic> diagnostics)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

std::string severity_name(Severity severity)
{
    switch (severity)
    {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Note: return "note";
    }
    return "error";
}

std::string place_text(const Place& place)
{
    std::string text = place.file;
    if (place.line > 0)
    {
        text += ":" + std::to_string(place.line);
        if (place.column > 0)
            text += ":" + std::to_string(place.column);
    }
    return text;
}

std::string diagnostic_text(const Diagnostic& diagnostic)
{
    std::string text = place_text(diagnostic.place);
    if (!text.empty())
        text += ": ";
    text += severity_name(diagnostic.severity) + ": ";
    if (!diagnostic.place.element.empty())
        text += diagnostic.place.element + ": ";
    text += diagnostic.message + " [" + diagnostic.code + "]";
    if (!diagnostic.advice.empty())
        text += "\n    " + diagnostic.advice;
    return text;
}

void sort_by_place(std::vector<Diagnostic>& diagnostics)
{
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b)
                     {
                         return std::tie(a.place.file, a.place.line, a.place.column, a.code) <
                                std::tie(b.place.file, b.place.line, b.place.column, b.code);
                     });
}

} // namespace fedadvise::foundation
