// fedadvise recheck: a case that was saved under other rules is judged again, and what changed is said.
#include "casefile/case_file.h"
#include "cli/commands.h"
#include "cli/input_output.h"
#include "cli/judged.h"
#include "foundation/utf8.h"
#include "report/document_files.h"
#include "report/recheck.h"

#include <iostream>

namespace fedadvise::cli
{

namespace
{

int note_in_case(const Request& request, const Judged& judged)
{
    casefile::Case group = judged.group;
    group.judged = report::judged_now(*judged.engine, group, judged.day);
    const auto saved = casefile::save_case(foundation::path_from_utf8(request.case_file), group);
    return saved ? done : complain(saved.error());
}

foundation::Result<std::string> in_format(const Request& request, const Judged& judged, const report::Recheck& recheck)
{
    if (request.format == "json")
        return report::recheck_as_json(recheck);
    const std::string& title = judged.advice->title;
    return report::file_of(report::recheck_document(recheck, title, judged.engine->rules(), judged.day), request.format,
                           fonts_folder(request));
}

} // namespace

int recheck_case(const Request& request)
{
    const Judged judged = judge(request);
    if (!judged.advice)
        return judged.status;
    if (!judged.group.judged)
    {
        if (request.accept)
            return note_in_case(request, judged);
        return complain({"recheck.not-judged", "The case does not say which rules it was judged with.",
                         "The desktop program notes that whenever it saves a case; here, --accept does."},
                        found_faults);
    }
    const report::Recheck recheck = report::recheck(*judged.engine, judged.group, judged.day,
                                                    store_of(request).find(judged.group.judged->rules_sha256));
    const auto bytes = in_format(request, judged, recheck);
    if (!bytes)
        return complain(bytes.error());
    const int delivered = deliver(request, bytes.value());
    return delivered == done && request.accept ? note_in_case(request, judged) : delivered;
}

} // namespace fedadvise::cli
