#include "report/document_builders.h"
#include "report/documents.h"
namespace fedadvise::report
{
std::vector<Block> plan_blocks(const ReportInput&)
{
    return {};
}
std::vector<document::CalendarEntry> calendar_of(const ReportInput&)
{
    return {};
}
} // namespace fedadvise::report
