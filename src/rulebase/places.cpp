#include "rulebase/places.h"

#include "foundation/utf8.h"

#include <system_error>

#ifdef _WIN32
#include <array>
#include <windows.h>
#endif

namespace fedadvise::rulebase
{

namespace fs = std::filesystem;

namespace
{

/// The file of the running program; `called` is the name it was called by.
fs::path program_file([[maybe_unused]] const fs::path& called)
{
#ifdef _WIN32
    std::array<wchar_t, 32768> name{}; // the longest there is
    const DWORD length = GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size()));
    return {std::wstring(name.data(), length)};
#else
    std::error_code failed;
    const fs::path itself = fs::canonical("/proc/self/exe", failed); // Linux
    return failed ? fs::weakly_canonical(called, failed) : itself;
#endif
}

fs::path find_folder(const char* name, const std::string& named, const fs::path& program, const char* otherwise)
{
    if (!named.empty())
        return foundation::path_from_utf8(named);
    std::error_code ignored;
    const fs::path folder = program_file(program).parent_path();
    for (const fs::path& candidate : {folder / name, folder / ".." / "share" / "federation-adviser" / name})
        if (fs::is_directory(candidate, ignored))
            return candidate.lexically_normal();
    return folder / foundation::path_from_utf8(otherwise); // an absolute one stands for itself
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

std::filesystem::path find_examples(const std::string& named, const std::filesystem::path& program)
{
    return find_folder("examples", named, program, FEDADVISE_SOURCE_EXAMPLES_DIR);
}

std::filesystem::path find_texts(const std::string& named, const std::filesystem::path& program)
{
    return find_folder("texts", named, program, FEDADVISE_BUILT_TEXTS_DIR);
}

std::filesystem::path find_publishers(const std::filesystem::path& program)
{
    return find_folder("publishers", {}, program, "");
}

std::filesystem::path user_folder(const std::string& named, const std::string& home,
                                  const std::filesystem::path& program)
{
    if (!named.empty())
        return foundation::path_from_utf8(named);
    std::error_code ignored;
    const fs::path beside = program_file(program).parent_path();
    if (home.empty() || fs::exists(beside / "portable.txt", ignored))
        return beside / "settings";
#ifdef _WIN32
    return foundation::path_from_utf8(home) / "federation-adviser";
#else
    return foundation::path_from_utf8(home) / ".federation-adviser";
#endif
}

} // namespace fedadvise::rulebase
