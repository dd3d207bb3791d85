#include "report/writers.h"
#include "sample.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace fedadvise;
using namespace fedadvise::report;
using nlohmann::json;

TEST_SUITE("JSON report")
{
TEST_CASE("it has the keys of the interface")
{
    const json result = json::parse(advice_as_json(sample().advice()));
    CHECK(result.at("format") == "federation-adviser result");
    CHECK(result.at("version") == 1);
    CHECK(result.at("rules") == json{{"id", "sample"},
                                     {"version", "1.2.3"},
                                     {"sha256", "abc123"},
                                     {"as-at", "2026-11-22"},
                                     {"edition-as-at", "2026-11-01"}});
    for (const std::string key : {"models", "vehicles", "pairs", "lessons", "conflicts", "warnings", "open-questions"})
    {
        CAPTURE(key);
        CHECK(result.at(key).is_array());
    }
    CHECK(result.at("readiness").at("depth-cap") == "g4");
    CHECK(result.at("readiness").at("relationship").at("mean").at("now") == 3.7);
    CHECK(result.at("readiness").at("deal").at("done") == 1);
    CHECK(result.at("legal-person-needed") == true);
}

TEST_CASE("an option has its band, score and reasons")
{
    const json result = json::parse(advice_as_json(sample().advice()));
    const json& model = result.at("models").at(0);
    CHECK(model.at("id") == "federation-company");
    CHECK(model.at("rank") == 1);
    CHECK(model.at("band") == "points-strongly-towards");
    CHECK(model.at("score") == json{{"now", 9}, {"low", 5}, {"high", 14}});
    const json& reason = model.at("for").at(0);
    CHECK(reason.at("rule") == "MO20");
    CHECK(reason.at("strength") == 3);
    CHECK(reason.at("because") == json::array({"motive.workforce"}));
    CHECK(reason.at("sources") == json::array({"S01"}));
    for (const std::string key : {"against", "ruled-out-by", "not-yet"})
        CHECK(model.at(key).is_array());
    CHECK(result.at("vehicles").at(2).at("ruled-out-by").at(0).at("rule") == "HC-01");
    CHECK(result.at("vehicles").at(0).at("required").is_array());
    CHECK(result.at("pairs").at(0) ==
          json{{"model", "federation-company"}, {"vehicle", "cic-guarantee"}, {"fit", "typical"}});
}

TEST_CASE("hostile names stay plain strings")
{
    Sample s = sample();
    s.group.title = "\"}<script>\x01\xff";
    const json result = json::parse(advice_as_json(s.advice()));
    CHECK(result.at("title").get<std::string>().starts_with("\"}<script>"));
}

TEST_CASE("what nobody has answered is null")
{
    Sample s = sample();
    s.assessment.relationship = {};
    s.assessment.legal_person_needed = engine::Truth::Unknown;
    const json result = json::parse(advice_as_json(s.advice()));
    CHECK(result.at("readiness").at("relationship").at("mean").at("now").is_null());
    CHECK(result.at("legal-person-needed").is_null());
}

TEST_CASE("why gives one option")
{
    const Advice advice = sample().advice();
    const json result = json::parse(why_as_json(advice, "llp"));
    CHECK(result.at("option").at("id") == "llp");
    CHECK(result.at("option").at("ruled-out-by").size() == 1);
    CHECK(why_as_json(advice, "no-such").empty());
}
} // TEST_SUITE("JSON report")
