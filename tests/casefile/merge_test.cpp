#include "samples.h"

#include "casefile/cells.h"
#include "casefile/merge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace fedadvise;
using namespace fedadvise::casefile;
using samples::listed;

namespace
{

/// Numbers that are the same on every machine.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_random(seed) {}
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_random() % count); }
    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    template <class T>
    void shuffle(std::vector<T>& things)
    {
        for (std::size_t i = things.size(); i > 1; --i)
            std::swap(things[i - 1], things[below(i)]);
    }

private:
    std::mt19937_64 m_random;
};

Merged merged(const std::vector<MergeFile>& files)
{
    return merge(files, samples::rules());
}

Case good(const std::vector<MergeFile>& files)
{
    const Merged result = merged(files);
    INFO(listed(result.diagnostics));
    REQUIRE(result.group.has_value());
    return *result.group;
}

std::string text(const std::vector<MergeFile>& files)
{
    return case_text(good(files));
}

/// Names of files at conflicts are those of the last step.
std::string text_without_files(Case group)
{
    for (Conflict& conflict : group.conflicts)
        for (ConflictValue& value : conflict.values)
            value.files.clear();
    return case_text(group);
}

Case case_of(const std::string& id, std::size_t practices)
{
    Case group;
    group.id = id;
    group.title = "Five Valleys";
    for (std::size_t i = 1; i <= practices; ++i)
    {
        Practice practice;
        practice.id = "p" + std::to_string(i);
        practice.name = "Practice " + std::to_string(i);
        group.practices.push_back(practice);
    }
    return group;
}

Response response_of(const Case& group, const std::string& practice, const std::string& name, const std::string& answered, int readiness)
{
    Response response;
    response.to = invite(samples::rules(), group, practice, {{"readiness.RR01"}});
    response.respondent.id = respondent_token(response.to, name);
    response.respondent.name = name;
    response.respondent.role = "partner";
    response.respondent.round = group.round;
    response.respondent.answered = answered;
    response.respondent.answers = {{{"readiness.RR01"}, Number{readiness}}};
    return response;
}

const Respondent& only_respondent(const Case& group)
{
    REQUIRE(group.practices.size() == 1);
    REQUIRE(group.practices[0].respondents.size() == 1);
    return group.practices[0].respondents[0];
}

constexpr const char* morning = "2026-11-25T09:00:00Z";
constexpr const char* evening = "2026-11-25T18:00:00Z";

/// A base case and three responses of each practice, some of them given twice.
std::vector<MergeFile> thirty_practices(Dice& dice)
{
    const Case base = case_of("c-1", 30);
    std::vector<MergeFile> files = {{"base.fedcase", base}};
    for (const Practice& practice : base.practices)
        for (const std::string name : {"Ann", "Bob", "Cy"})
            for (const std::string time : {morning, evening})
                if (time == evening || dice.chance(3))
                    files.push_back({practice.id + name + time.substr(11, 2) + ".fedresponse",
                                     response_of(base, practice.id, name, time, static_cast<int>(dice.below(5)) + 1)});
    return files;
}

/// A case that somebody may have made on their own, with much in common with others and much that differs.
Case random_case(Dice& dice)
{
    const std::vector<std::string> names = {"Hill", "Vale", "Mill"};
    Case group;
    group.title = dice.chance(4) ? "Six Valleys" : "Five Valleys";
    group.round = static_cast<int>(dice.below(2)) + 1;
    if (dice.chance(2))
        group.answers[{"motive.workforce"}] = Number{static_cast<std::int64_t>(dice.below(3))};
    if (dice.chance(3))
        group.as_at = foundation::Date{2026, 1, static_cast<int>(dice.below(2)) + 1};
    else if (dice.chance(4))
        group.answers[{"as-at"}] = Unknown{};
    if (dice.chance(2))
        group.notes[{"lmc"}] = dice.chance(2) ? "asked" : "not asked";
    if (dice.chance(3))
        group.unknown_keys = {{"zz-own", dice.chance(2) ? "1" : "[2]"}};
    const std::size_t count = dice.below(3) + 1;
    for (std::size_t i = 0; i < count; ++i)
    {
        Practice practice;
        practice.id = "p" + std::to_string(i + 1);
        const std::size_t name = dice.below(names.size());
        practice.name = names[name] + (i == 0 ? "" : " " + std::to_string(i));
        if (dice.chance(3)) // some know the code
            practice.ods_code = "A810" + std::to_string(i) + std::to_string(name);
        if (dice.chance(2))
            practice.answers[{"list-size"}] = Number{static_cast<std::int64_t>(dice.below(2)) + 9000};
        if (dice.chance(3))
            practice.commitment.state = dice.chance(2) ? CommitmentState::In : CommitmentState::Out;
        const std::size_t people = dice.below(3);
        for (std::size_t person = 0; person < people; ++person)
        {
            Respondent respondent;
            respondent.role = dice.chance(2) ? "partner" : "manager";
            if (person == 0)
                respondent.id = "r-1";
            else if (dice.chance(2))
                respondent.name = "Ann";
            respondent.answered = dice.chance(2) ? morning : evening;
            respondent.round = group.round;
            respondent.answers = {{{"readiness.RR01"}, Number{static_cast<std::int64_t>(dice.below(2)) + 4}}};
            if (dice.chance(3))
                respondent.notes[{"readiness.RR01"}] = dice.chance(2) ? "yes" : "no";
            practice.respondents.push_back(respondent);
        }
        group.practices.push_back(practice);
    }
    if (dice.chance(2))
    {
        Variant variant;
        variant.id = "v1";
        variant.name = dice.chance(2) ? "If one leaves" : "If it leaves";
        variant.without = {group.practices.back().id};
        group.variants = {variant};
    }
    return group;
}

} // namespace

TEST_SUITE("merge")
{
TEST_CASE("thirty practices with three respondents each come out the same in every order")
{
    Dice dice(1);
    std::vector<MergeFile> files = thirty_practices(dice);
    const Merged first = merged(files);
    REQUIRE(first.group.has_value());
    CHECK(first.report.strangers.empty());
    CHECK(first.report.open.empty());
    CHECK(first.report.answers.size() == 90);
    CHECK(first.report.replaced.size() == files.size() - 91);
    const std::string expected = case_text(*first.group);
    for (int round = 0; round < 20; ++round)
    {
        dice.shuffle(files);
        CHECK(text(files) == expected);
    }
    // With files given twice.
    std::vector<MergeFile> twice = files;
    for (std::size_t i = 0; i < files.size(); i += 1 + dice.below(3))
        twice.push_back(files[i]);
    dice.shuffle(twice);
    CHECK(text(twice) == expected);
    // In steps: the case takes in a few responses at a time, some of them again.
    std::vector<MergeFile> responses;
    std::copy_if(files.begin(), files.end(), std::back_inserter(responses), [](const MergeFile& file) { return std::holds_alternative<Response>(file.content); });
    Case so_far = case_of("c-1", 30);
    for (std::size_t from = 0; from < responses.size();)
    {
        std::vector<MergeFile> step = {{"base.fedcase", so_far}, responses[dice.below(responses.size())]};
        for (std::size_t i = dice.below(9) + 1; i > 0 && from < responses.size(); --i)
            step.push_back(responses[from++]);
        dice.shuffle(step);
        so_far = good(step);
    }
    CHECK(case_text(so_far) == expected);
}

TEST_CASE("thirty cases made on their own, each with its p1, are thirty practices")
{
    Dice dice(2);
    std::vector<MergeFile> files;
    for (int i = 0; i < 30; ++i)
    {
        Case own;
        own.title = "Five Valleys";
        Practice practice;
        practice.id = "p1";
        practice.name = "Practice " + std::to_string(100 + i);
        practice.answers[{"list-size"}] = Number{5000 + i};
        for (int person = 0; person < 3; ++person)
            practice.respondents.push_back({"partner", {{{"readiness.RR01"}, Number{person + 1}}}});
        own.practices = {practice};
        Variant variant;
        variant.id = "v1";
        variant.name = "If " + practice.name + " leaves";
        variant.without = {"p1"};
        own.variants = {variant};
        files.push_back({"case " + std::to_string(i) + ".fedcase", own});
    }
    const Merged all = merged(files);
    REQUIRE(all.group.has_value());
    REQUIRE(all.group->practices.size() == 30);
    CHECK(all.report.open.empty());
    CHECK(all.report.renamed.size() == 29);
    CHECK(all.group->practices[29].id == "p30");
    CHECK(all.group->practices[29].other_ids == std::vector<std::string>{"p1"});
    CHECK(all.group->practices[29].respondents.size() == 3);
    REQUIRE(all.group->variants.size() == 30);
    for (const Variant& variant : all.group->variants)
    {
        REQUIRE(variant.without.size() == 1);
        for (const Practice& practice : all.group->practices)
            CHECK((practice.id == variant.without[0]) == (variant.name == "If " + practice.name + " leaves"));
    }
    const std::string expected = case_text(*all.group);
    for (int round = 0; round < 10; ++round)
    {
        dice.shuffle(files);
        const std::size_t middle = dice.below(files.size() - 1) + 1;
        const auto split = files.begin() + static_cast<std::ptrdiff_t>(middle);
        CHECK(text(files) == expected);
        const Case one = good({files.begin(), split});
        const Case other = good({split, files.end()});
        CHECK(text({{"one", one}, {"other", other}}) == expected);
        CHECK(text({{"one", one}, {"other", other}, files[0], files[29]}) == expected); // the same again
    }
}

TEST_CASE("random cases come out the same in every order, twice and in every two steps")
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed)
    {
        CAPTURE(seed);
        Dice dice(seed);
        std::vector<MergeFile> files;
        for (std::size_t i = dice.below(4) + 2; i > 0; --i)
            files.push_back({"file " + std::to_string(i), random_case(dice)});
        const Case all = good(files);
        const std::string expected = case_text(all);
        std::vector<MergeFile> shuffled = files;
        shuffled.push_back(files[dice.below(files.size())]);
        dice.shuffle(shuffled);
        CHECK(text(shuffled) == expected);
        CHECK(text({{"all", all}}) == expected);
        dice.shuffle(files);
        const auto split = files.begin() + static_cast<std::ptrdiff_t>(dice.below(files.size() - 1) + 1);
        const Case one = good({files.begin(), split});
        const Case other = good({split, files.end()});
        CHECK(text_without_files(good({{"one", one}, {"other", other}})) == text_without_files(all));
        std::vector<MergeFile> one_more = {{"all", all}, files[0]};
        CHECK(text_without_files(good(one_more)) == text_without_files(all));
    }
}

TEST_CASE("an example alone comes out with everything it had")
{
    for (const auto& path : samples::examples())
    {
        CAPTURE(path.filename().string());
        const LoadedCase loaded = load_case(path, samples::rules());
        REQUIRE(loaded.group.has_value());
        Case expected = *loaded.group;
        Case again = good({{"x", expected}});
        REQUIRE(again.practices.size() == expected.practices.size());
        for (std::size_t i = 0; i < again.practices.size(); ++i)
        {
            CHECK(std::is_permutation(again.practices[i].respondents.begin(), again.practices[i].respondents.end(), expected.practices[i].respondents.begin(),
                                      expected.practices[i].respondents.end()));
            again.practices[i].respondents = expected.practices[i].respondents;
        }
        CHECK(case_text(again) == case_text(expected));
    }
}

TEST_CASE("the newer answers of a person replace the older, whichever comes first")
{
    Case base = case_of("c-1", 1);
    const Response early = response_of(base, "p1", "Ann Ash", morning, 2);
    const Response late = response_of(base, "p1", "Ann Ash", evening, 4);
    for (const auto& files : {std::vector<MergeFile>{{"b", base}, {"m", early}, {"e", late}}, std::vector<MergeFile>{{"e", late}, {"m", early}, {"b", base}}})
    {
        const Merged result = merged(files);
        REQUIRE(result.group.has_value());
        const Respondent& ann = only_respondent(*result.group);
        CHECK(ann.answered == evening);
        CHECK(ann.answers.at({"readiness.RR01"}) == Answer{Number{4}});
        REQUIRE(ann.earlier.size() == 1);
        CHECK(ann.earlier[0].answered == morning);
        CHECK(ann.earlier[0].answers.at({"readiness.RR01"}) == Answer{Number{2}});
        REQUIRE(result.report.replaced.size() == 1);
        CHECK(result.report.replaced[0].file == "m");
        CHECK(result.report.replaced[0].answered == morning);
        CHECK(result.report.replaced[0].newer.answered == evening);
    }
}

TEST_CASE("a later round replaces an earlier one, whatever the clocks say")
{
    Case base = case_of("c-1", 1);
    const Response first = response_of(base, "p1", "Ann Ash", evening, 2);
    base.round = 2;
    const Response second = response_of(base, "p1", "Ann Ash", morning, 4);
    const Case result = good({{"1", first}, {"2", second}, {"b", base}});
    const Respondent& ann = only_respondent(result);
    CHECK(ann.round == 2);
    CHECK(ann.answers.at({"readiness.RR01"}) == Answer{Number{4}});
    REQUIRE(ann.earlier.size() == 1);
    CHECK(ann.earlier[0].round == 1);
}

TEST_CASE("two answers of a person at the same time are a conflict, and neither wins")
{
    const Case base = case_of("c-1", 1);
    const Merged result = merged({{"b", base}, {"x", response_of(base, "p1", "Ann", morning, 2)}, {"y", response_of(base, "p1", "Ann", morning, 4)}});
    REQUIRE(result.group.has_value());
    CHECK(only_respondent(*result.group).answers.empty());
    REQUIRE(result.report.open.size() == 1);
    const Conflict& conflict = result.report.open[0];
    CHECK(conflict.about == "answer");
    CHECK(conflict.practice == "p1");
    CHECK(conflict.respondent == only_respondent(*result.group).id);
    CHECK(conflict.answered == morning);
    REQUIRE(conflict.values.size() == 2);
    CHECK(conflict.values[0].files == std::vector<std::string>{"x"});
    CHECK(conflict.values[1].files == std::vector<std::string>{"y"});
}

TEST_CASE("whatever differs between files is left open, with both values and their files")
{
    struct Row
    {
        std::string about;
        void (*say)(Case&, int);
    };
    const Row rows[] = {
        {"title", [](Case& group, int value) { group.title = "T" + std::to_string(value); }},
        {"answer", [](Case& group, int value) { group.as_at = foundation::Date{2026, 1, value}; }},
        {"answer", [](Case& group, int value) { group.answers[{"motive.workforce"}] = Number{value}; }},
        {"answer", [](Case& group, int value) { value == 1 ? group.answers[{"lmc"}] = Unknown{} : group.answers[{"lmc"}] = Choice{"engaged"}; }},
        {"answer", [](Case& group, int value) { group.practices[0].answers[{"list-size"}] = Number{value}; }},
        {"ods-code",
         [](Case& group, int value)
         {
             // One more file without a code ties the two together in no way: they are two practices.
             group.practices[0].ods_code = "A8100" + std::to_string(value);
         }},
        {"commitment.state", [](Case& group, int value) { group.practices[0].commitment.state = value == 1 ? CommitmentState::In : CommitmentState::Out; }},
        {"commitment.condition", [](Case& group, int value) { group.practices[0].commitment.condition = "c" + std::to_string(value); }},
        {"commitment.decide-by", [](Case& group, int value) { group.practices[0].commitment.decide_by = foundation::Date{2027, 1, value}; }},
        {"commitment.decided-on", [](Case& group, int value) { group.practices[0].commitment.decided_on = foundation::Date{2027, 1, value}; }},
        {"commitment.note", [](Case& group, int value) { group.practices[0].commitment.note = "n" + std::to_string(value); }},
        {"unknown.keys.zz", [](Case& group, int value) { group.unknown_keys = {{"zz", std::to_string(value)}}; }},
        {"unknown.group.zz", [](Case& group, int value) { group.unknown_group_keys = {{"zz", std::to_string(value)}}; }},
        {"unknown.commitment.zz", [](Case& group, int value) { group.practices[0].commitment.unknown_keys = {{"zz", std::to_string(value)}}; }},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.about);
        Case one = case_of("c-1", 1), other = one;
        row.say(one, 1);
        row.say(other, 2);
        const Merged result = merged({{"b", other}, {"a", one}});
        REQUIRE(result.group.has_value());
        if (row.about == "ods-code")
        {
            CHECK(result.group->practices.size() == 2);
            continue;
        }
        REQUIRE(result.report.open.size() == 1);
        const Conflict& conflict = result.report.open[0];
        CHECK(conflict.about == row.about);
        REQUIRE(conflict.values.size() == 2);
        CHECK(conflict.values[0].files.size() == 1);
        CHECK(conflict.values[0].files != conflict.values[1].files);
        // Somebody decides by saying it in the case; then the same files never ask again, but another opinion does.
        Case chosen = *result.group;
        CHECK(decide(chosen, 0, conflict.values[0].files[0] == "b" ? 0 : 1));
        CHECK_FALSE(decide(chosen, 0, 0)); // once is enough
        Case decided = *result.group;
        row.say(decided, 2);
        CHECK(chosen == decided);
        CHECK(open_conflicts(decided) == 0);
        CHECK(merged({{"m", decided}, {"a", one}, {"b", other}}).report.open.empty());
        Case third = case_of("c-1", 1);
        row.say(third, 3);
        if (row.about != "commitment.state" && conflict.question != rulebase::QuestionId{"lmc"})
            CHECK(merged({{"m", decided}, {"c", third}}).report.open.size() == 1);
    }
}

TEST_CASE("two decisions that differ are a conflict again")
{
    Case one = case_of("c-1", 1), other = one;
    one.title = "A";
    other.title = "B";
    const Case open = good({{"a", one}, {"b", other}});
    Case for_a = open, for_b = open;
    for_a.title = "A";
    for_b.title = "B";
    const Case again = good({{"m", for_a}, {"n", for_b}});
    CHECK(open_conflicts(again) == 1);
    CHECK(case_text(good({{"m", for_a}, {"n", for_b}, {"all", again}})) == case_text(again));
    Case cleared = for_a;
    cleared.title.clear(); // who takes a decision back leaves it open
    CHECK(open_conflicts(good({{"m", cleared}})) == 1);
}

TEST_CASE("notes that differ are kept both, in a fixed order, and never twice")
{
    Case one = case_of("c-1", 1), other = one;
    one.notes[{"lmc"}] = "we asked\n\nthey are for it";
    other.notes[{"lmc"}] = "not asked";
    const Case both = good({{"a", one}, {"b", other}});
    CHECK(both.notes.at({"lmc"}) == std::string("not asked") + "\n* * *\n" + "we asked\n\nthey are for it");
    CHECK(text({{"m", both}, {"a", one}}) == case_text(both));
}

TEST_CASE("who has neither id nor name is known by what they said")
{
    Case one = case_of("c-1", 1), other = one;
    const Respondent same{"partner", {{{"readiness.RR01"}, Number{4}}}};
    const Respondent another{"partner", {{{"readiness.RR01"}, Number{2}}}};
    one.practices[0].respondents = {same, same}; // two partners who agree
    other.practices[0].respondents = {same, another};
    const Case both = good({{"a", one}, {"b", other}});
    CHECK(both.practices[0].respondents.size() == 3);
    CHECK(text({{"m", both}, {"a", one}, {"b", other}}) == case_text(both));
}

TEST_CASE("a practice is known by its code, else by its id and name")
{
    struct Row
    {
        std::string name;
        Practice one, other;
        std::size_t practices;
    };
    const auto practice = [](const std::string& id, const std::string& name, const std::string& code)
    {
        Practice made;
        made.id = id;
        made.name = name;
        made.ods_code = code;
        return made;
    };
    const Row rows[] = {
        {"the same code under other ids and names", practice("p1", "Hill", "A81001"), practice("p2", "Hill Surgery", "a81001"), 1},
        {"other codes", practice("p1", "Hill", "A81001"), practice("p1", "Hill", "A81002"), 2},
        {"one without a code", practice("p1", "Hill", "A81001"), practice("p1", "Hill", ""), 1},
        {"one without a code and with another name", practice("p1", "Hill", "A81001"), practice("p1", "Vale", ""), 2},
        {"no codes and another id", practice("p1", "Hill", ""), practice("p2", "Hill", ""), 2},
        {"no codes and another name", practice("p1", "Hill", ""), practice("p1", "Vale", ""), 2},
        {"no codes", practice("p1", "Hill", ""), practice("p1", "Hill", ""), 1},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        Case one, other;
        one.practices = {row.one};
        other.practices = {row.other};
        const Case both = good({{"a", one}, {"b", other}});
        CHECK(both.practices.size() == row.practices);
        CHECK(text({{"b", other}, {"a", one}}) == case_text(both));
        CHECK(text_without_files(good({{"m", both}, {"b", other}, {"a", one}})) == text_without_files(both));
    }
}

TEST_CASE("strangers are named and left out")
{
    const Case base = case_of("c-1", 1);
    const Case elsewhere = case_of("c-2", 1);
    Case without_id = case_of("", 1);
    without_id.title = "Six Valleys";
    Case with_another_practice = case_of("c-1", 2);
    with_another_practice.practices[1].ods_code = "A81009";
    struct Row
    {
        std::string name;
        Response response;
        std::string reason; ///< empty: it belongs there
    };
    Case renamed = base;
    renamed.practices[0].name = "Old name";
    const Row rows[] = {
        {"the practice itself", response_of(base, "p1", "Ann", morning, 2), ""},
        {"a practice that was renamed since", response_of(renamed, "p1", "Ann", morning, 2), ""},
        {"another case", response_of(elsewhere, "p1", "Ann", morning, 2), "another case"},
        {"no id and another title", response_of(without_id, "p1", "Ann", morning, 2), "another case"},
        {"no id and the same title", response_of(case_of("", 1), "p1", "Ann", morning, 2), ""},
        {"a practice that is not there", response_of(with_another_practice, "p2", "Ann", morning, 2), "not in this case"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const Merged result = merged({{"b", base}, {"r", row.response}});
        REQUIRE(result.group.has_value());
        CHECK(result.report.responses == (row.reason.empty() ? 1 : 0));
        REQUIRE(result.report.strangers.size() == (row.reason.empty() ? 0 : 1));
        if (row.reason.empty())
            continue;
        CHECK(result.report.strangers[0].file == "r");
        CHECK(result.report.strangers[0].reason.find(row.reason) != std::string::npos);
        CHECK(result.group->practices[0].respondents.empty());
    }
}

TEST_CASE("different cases, and answers without a case, are not merged")
{
    const Case base = case_of("c-1", 1);
    const Merged two = merged({{"a", base}, {"b", case_of("c-2", 1)}, {"c", case_of("", 1)}});
    CHECK_FALSE(two.group.has_value());
    REQUIRE(two.diagnostics.size() == 2);
    CHECK(two.diagnostics[0].code == "merge.other-case");
    CHECK(two.diagnostics[0].place.file == "a");
    CHECK(two.diagnostics[1].place.file == "b");
    const Merged none = merged({{"r", response_of(base, "p1", "Ann", morning, 2)}});
    CHECK_FALSE(none.group.has_value());
    REQUIRE(none.diagnostics.size() == 1);
    CHECK(none.diagnostics[0].code == "merge.no-case");
    CHECK_FALSE(merged({}).group.has_value());
}

TEST_CASE("a result that could not be opened again is refused")
{
    std::vector<MergeFile> files;
    for (int i = 0; i < 101; ++i)
    {
        Case group = case_of("c-1", 1);
        Variant variant;
        variant.id = "v1";
        variant.name = "Variant " + std::to_string(i);
        variant.note = "note";
        group.variants = {variant};
        files.push_back({"f" + std::to_string(i), group});
    }
    const Merged result = merged(files);
    CHECK_FALSE(result.group.has_value());
    REQUIRE_FALSE(result.diagnostics.empty());
    CHECK(result.diagnostics[0].message.find("variants") != std::string::npos);
    files.pop_back();
    CHECK(good(files).variants.size() == 100);
}

TEST_CASE("invitations that come along are no strangers")
{
    const Case base = case_of("c-1", 1);
    const Merged result = merged({{"b", base}, {"i", invite(samples::rules(), base, "p1")}});
    CHECK(result.report.invitations == std::vector<std::string>{"i"});
    CHECK(result.report.strangers.empty());
}
}
