// assess: the advice as a document, or several of them in a folder.
#include "cli/input_output.h"
#include "cli/judged.h"
#include "cli/progress.h"
#include "document/writers.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"
#include "report/document_files.h"
#include "report/writers.h"

#include <iostream>

namespace fedadvise::cli
{

namespace
{

int refuse(const std::string& why)
{
    std::cerr << "fedadvise: " << why << "\n";
    return wrong_usage;
}

/// What does not go together, or empty.
std::string fault_of(const Request& request)
{
    const bool binary = request.format == "docx" || request.format == "pdf";
    if (request.document == "all" && request.output.empty())
        return "--document all writes several files; name a folder for them with --output.";
    if (!request.document.empty() && request.format == "json")
        return "--format json holds the whole result; leave out --document.";
    if (request.format == "ics" && !request.document.empty() && request.document != "plan")
        return "--format ics holds the dates of the plan; leave out --document.";
    if (binary && request.output.empty() && output_is_terminal())
        return "--format " + request.format + " is no text for a terminal; name a file with --output.";
    return {};
}

int write_all(const Request& request, const report::ReportInput& input)
{
    const std::filesystem::path folder = foundation::path_from_utf8(request.output);
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (!std::filesystem::is_directory(folder, failed))
        return refuse("'" + request.output + "' is no folder, and none could be made there.");
    report::FilesWanted wanted{{}, {request.format}, true, folder};
    for (const report::DocumentKind& kind : report::document_kinds())
        wanted.documents.emplace_back(kind.id);
    ProgressLine line;
    const auto written = report::write_files(wanted, input, fonts_folder(request),
                                             [&](std::size_t done, std::size_t total, const std::string& name)
                                             {
                                                 line.show(name, done, total);
                                                 return !interrupted();
                                             });
    line.clear();
    if (!written)
        return complain(written.error());
    for (const std::filesystem::path& path : written.value())
        std::cout << foundation::utf8_from_path(path) << "\n";
    return interrupted() ? stopped : done;
}

} // namespace

int assess_case(const Request& request)
{
    if (const std::string fault = fault_of(request); !fault.empty())
        return refuse(fault);
    std::optional<foundation::Date> start;
    if (!request.start.empty() && !(start = foundation::parse_date(request.start)))
        return refuse("'" + request.start + "' is not a date. Write it as 2026-11-22.");
    const Judged judged = judge(request);
    if (!judged.advice)
        return judged.status;
    const report::Further further = report::look_further(*judged.engine, judged.group, judged.day);
    std::optional<report::AlignmentAdvice> alignment;
    if (judged.group.practices.size() > 1)
        alignment = report::align_in_words(*judged.engine, judged.group, judged.day);
    const report::AlignmentAdvice* stand = alignment ? &*alignment : nullptr;
    if (request.format == "json")
        return deliver(request, report::advice_as_json(*judged.advice, judged.variants, &further, stand));
    const report::ReportInput input{
        judged.engine->rules(), judged.group, *judged.advice, judged.variants, &further, stand, start};
    if (request.document == "all")
        return write_all(request, input);
    if (request.format == "ics")
        return deliver(request, report::calendar_file(input));
    const std::string id = request.document.empty() ? "full" : request.document;
    if (!report::has_document(id, input))
        return refuse("the case lists fewer than two practices, so there is no document “" + id + "”.");
    const auto bytes = report::file_of(report::document_of(id, input), request.format, fonts_folder(request));
    return bytes ? deliver(request, bytes.value()) : complain(bytes.error());
}

int align_practices(const Request& request)
{
    const Judged judged = judge(request);
    if (!judged.advice)
        return judged.status;
    const report::AlignmentAdvice alignment = report::align_in_words(*judged.engine, judged.group, judged.day);
    if (request.format == "json")
        return deliver(request, report::alignment_as_json(alignment));
    const report::ReportInput input{judged.engine->rules(), judged.group, *judged.advice, {}, nullptr, &alignment, {}};
    const document::Document whole = report::document_of("practices", input);
    return deliver(request,
                   request.format == "html" ? document::document_as_html(whole) : document::document_as_text(whole));
}

} // namespace fedadvise::cli
