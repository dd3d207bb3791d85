#include "golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fedadvise::report
{

std::string difference_from_golden(const std::string& name, const std::string& text)
{
    const std::filesystem::path path = std::filesystem::path(FEDADVISE_GOLDEN_DIR) / name;
    const char* update = std::getenv("UPDATE_GOLDEN");
    if (update != nullptr && std::string(update) == "1")
        std::ofstream(path, std::ios::binary) << text;
    std::ifstream file(path, std::ios::binary);
    std::stringstream kept;
    kept << file.rdbuf();
    if (file && kept.str() == text)
        return {};
    std::istringstream wanted(kept.str()), got(text);
    std::string wanted_line, got_line;
    for (int line = 1;; ++line)
    {
        const bool more_wanted = static_cast<bool>(std::getline(wanted, wanted_line));
        const bool more_got = static_cast<bool>(std::getline(got, got_line));
        if (!more_wanted)
            wanted_line = "(end of file)";
        if (!more_got)
            got_line = "(end of text)";
        if (wanted_line != got_line || !more_wanted || !more_got)
            return name + ", line " + std::to_string(line) + "\n  golden: " + wanted_line + "\n  now:    " + got_line;
    }
}

} // namespace fedadvise::report
