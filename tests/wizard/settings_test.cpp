// Settings: remembered between sessions, harmless when broken.
#include "small_interview.h"

#include "foundation/file.h"
#include "wizard/settings.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;

TEST_SUITE("settings") {
TEST_CASE("come back as they were saved") {
    const TemporaryFolder folder("settings");
    Settings settings;
    settings.text_percent = 150;
    add_recent_file(settings, "/home/jana/případ.fedcase");
    add_recent_file(settings, "C:\\案例.fedcase");
    settings.practice_lists.push_back({"/home/jana/seznam/epraccur.csv", {}});
    settings.practice_lists.push_back({"C:\\案例.csv", directory::ColumnMapping{{{0, directory::Column::Name}, {2, directory::Column::Address}, {3, directory::Column::Address}}, false}});
    settings.reports = {{"plan", "full"}, {"docx", "html"}, true, "/srv/tŷ"};
    REQUIRE(save_settings(folder.path() / "new", settings));
    CHECK(load_settings(folder.path() / "new") == settings);
}

TEST_CASE("are the defaults when there are none or they are broken") {
    struct Row { std::string name, text; Settings expected; };
    const Row rows[] = {
        {"empty", "", {}},
        {"cut off", "{\"text-percent\": 1", {}},
        {"not UTF-8", "{\"recent-files\": [\"\xff\"]}", {}},
        {"no object", "[1, 2]", {}},
        {"wrong types", "{\"text-percent\": \"big\", \"recent-files\": 3}", {}},
        {"one bad entry", "{\"recent-files\": [1, \"a\", null, \"b\", \"a\"]}", {{"a", "b"}, 100}},
        {"a list without a path", "{\"practice-lists\": [3, {}, {\"path\": \"a.csv\", \"columns\": {\"name\": [-1, \"x\"]}}]}", {{}, 100, {{"a.csv", {}}}}},
        {"reports of the wrong types", "{\"reports\": {\"documents\": [1, {}], \"formats\": \"pdf\", \"calendar\": 1, \"folder\": []}}",
         {{}, 100, {}, {{}, {"pdf"}, false, {}}}},
        {"letters too large", "{\"text-percent\": 100000000000}", {{}, 200}},
        {"letters too small", "{\"text-percent\": -5}", {{}, 80}},
    };
    const TemporaryFolder folder("broken settings");
    CHECK(load_settings(folder.path() / "missing") == Settings{});
    for (const auto& row : rows) {
        CAPTURE(row.name);
        REQUIRE(foundation::save_file(folder.path() / "settings.json", row.text));
        CHECK(load_settings(folder.path()) == row.expected);
    }
}

TEST_CASE("recent files are at most ten, newest first, each once") {
    Settings settings;
    for (int i = 0; i < 12; ++i)
        add_recent_file(settings, std::to_string(i));
    REQUIRE(settings.recent_files.size() == 10);
    CHECK(settings.recent_files.front() == "11");
    CHECK(settings.recent_files.back() == "2");
    add_recent_file(settings, "5");
    CHECK(settings.recent_files.size() == 10);
    CHECK(settings.recent_files.front() == "5");
    add_recent_file(settings, "");
    CHECK(settings.recent_files.size() == 10);
}
}
