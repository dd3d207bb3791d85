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

TEST_CASE("every vehicle has the notes of a solicitor, an accountant and a manager, without the heading that the report adds")
{
    const auto loaded = rulebase::load_folder(FEDADVISE_RULES_FOLDER);
    REQUIRE(loaded.rules != nullptr);
    for (const rulebase::Vehicle& vehicle : loaded.rules->vehicles)
        for (const std::string* note : {&vehicle.solicitor, &vehicle.accountant, &vehicle.manager})
        {
            CAPTURE(vehicle.id.value);
            CHECK(!note->empty());
            CHECK(note->find("would say") == std::string::npos);
        }
}
}
