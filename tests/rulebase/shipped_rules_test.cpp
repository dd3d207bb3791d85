#include "rulebase/loading.h"

#include <doctest/doctest.h>

#include <string>

using namespace fedadvise;

TEST_SUITE("shipped rules") {
TEST_CASE("they load without any diagnostic")
{
    const auto loaded = rulebase::load_folder(FEDADVISE_RULES_FOLDER);
    std::string list;
    for (const auto& fault : loaded.diagnostics)
        list += foundation::diagnostic_text(fault) + "\n";
    CHECK(list == "");
    CHECK(loaded.rules != nullptr);
}
}
