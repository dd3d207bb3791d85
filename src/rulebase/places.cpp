#include "rulebase/places.h"

#include "foundation/utf8.h"

#include <system_error>

namespace fedadvise::rulebase
{

namespace fs = std::filesystem;

std::filesystem::path find_rules(const std::string& named, const std::filesystem::path& program)
{
    if (!named.empty())
        return foundation::path_from_utf8(named);
    std::error_code ignored;
    fs::path itself = fs::canonical("/proc/self/exe", ignored); // Linux; elsewhere the name it was called by
    if (ignored)
        itself = fs::weakly_canonical(program, ignored);
    const fs::path folder = itself.parent_path();
    for (const fs::path& candidate : {folder / "rules", folder / ".." / "share" / "federation-adviser" / "rules"})
        if (fs::is_directory(candidate, ignored))
            return candidate.lexically_normal();
    return foundation::path_from_utf8(FEDADVISE_SOURCE_RULES_DIR);
}

} // namespace fedadvise::rulebase
