// Where what came with the program lies, and where it keeps what its user makes.
#pragma once

#include <filesystem>
#include <string>

namespace fedadvise::rulebase
{

/// The folder named (when not empty), else the first that exists of: "rules" beside the program,
/// "../share/federation-adviser/rules" seen from it, and the source folder the program was built from. The last one
/// also when none exists.
[[nodiscard]] std::filesystem::path find_rules(const std::string& named, const std::filesystem::path& program);

/// The same for the fonts of documents: "fonts" beside the program, "../share/federation-adviser/fonts" seen from it,
/// and the folder into which the build put them.
[[nodiscard]] std::filesystem::path find_fonts(const std::string& named, const std::filesystem::path& program);

/// The same for the worked cases: "examples".
[[nodiscard]] std::filesystem::path find_examples(const std::string& named, const std::filesystem::path& program);

/// The same for what comes with the program as text, such as "licences.txt": "texts".
[[nodiscard]] std::filesystem::path find_texts(const std::string& named, const std::filesystem::path& program);

/// The folder with keys of publishers that came with the program, "publishers"; empty when none came.
[[nodiscard]] std::filesystem::path find_publishers(const std::filesystem::path& program);

/// Where settings, recovery files and rule packs of the user lie. The first of: the folder named (when not empty);
/// "settings" beside the program when "portable.txt" lies there too, or when there is no `home`; the program's folder
/// in `home`, the user's folder for programs' data (on Windows, %APPDATA%) or, with a dot before its name, the home
/// folder. The folder may not exist yet.
[[nodiscard]] std::filesystem::path user_folder(const std::string& named, const std::string& home,
                                                const std::filesystem::path& program);

} // namespace fedadvise::rulebase
