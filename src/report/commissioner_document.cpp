#include "report/document_builders.h"
namespace fedadvise::report
{
std::vector<Block> commissioner_blocks(const ReportInput&)
{
    return {};
}
} // namespace fedadvise::report
