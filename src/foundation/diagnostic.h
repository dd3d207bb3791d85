// Diagnostic: one fault of an input, with its place and what to do about it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace fedadvise::foundation
{

enum class Severity
{
    Error,
    Warning,
    Note,
};

/// Where in an input something stands. Line and column count from 1; 0 means "not known". `element` is the path of the
/// element or key, for example "practices[0].answers.list-size".
struct Place
{
    std::string file;
    int line = 0;
    int column = 0;
    std::string element;

    friend bool operator==(const Place&, const Place&) = default;
};

/// One finding. `code` is stable ("rulebase.duplicate-id"): tests, help pages and waivers refer to it.
struct Diagnostic
{
    std::string code;
    Severity severity = Severity::Error;
    Place place;
    std::string message;
    std::string advice;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

[[nodiscard]] bool has_errors(std::span<const Diagnostic> diagnostics);

/// "error", "warning" or "note".
[[nodiscard]] std::string severity_name(Severity severity);

/// "rules/x.xml:12:5"; parts that are not known are left out; empty for an empty place.
[[nodiscard]] std::string place_text(const Place& place);

/// One or two lines: "file:line:column: error: message [code]" and, indented, the advice. No final line break.
[[nodiscard]] std::string diagnostic_text(const Diagnostic& diagnostic);

/// Sorts by file, line, column and code, so that the same input gives the same list.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

} // namespace fedadvise::foundation
