#include "rulebase/places.h"

#include "foundation/utf8.h"

#include <system_error>

namespace fedadvise::rulebase
{

namespace fs = std::filesystem;

namespace
{

fs::path find_folder(const char* name, const std::string& named, const fs::path& program, const char* otherwise)
{
    if (!named.empty())
        return foundation::path_from_utf8(named);
    std::error_code ignored;
    fs::path itself = fs::canonical("/proc/self/exe", ignored); // Linux; elsewhere the name it was called by
    if (ignored)
        itself = fs::weakly_canonical(program, ignored);
    const fs::path folder = itself.parent_path();
    for (const fs::path& candidate : {folder / name, folder / ".." / "share" / "federation-adviser" / name})
        if (fs::is_directory(candidate, ignored))
            return candidate.lexically_normal();
    return foundation::path_from_utf8(otherwise);
}

} // namespace

std::filesystem::path find_rules(const std::string& named, const std::filesystem::path& program)
{
    return find_folder("rules", named, program, FEDADVISE_SOURCE_RULES_DIR);
}

std::filesystem::path find_fonts(const std::string& named, const std::filesystem::path& program)
{
    return find_folder("fonts", named, program, FEDADVISE_BUILT_FONTS_DIR);
}

} // namespace fedadvise::rulebase
