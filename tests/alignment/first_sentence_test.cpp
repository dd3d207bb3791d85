#include "alignment/groups.h"

#include "report/alignment_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;

namespace
{

report::AlignmentAdvice words_for(const std::vector<Said>& practices)
{
    return report::align_in_words(shipped(), group_of(practices), today);
}

bool says(const std::string& text, const std::string& words)
{
    return text.find(words) != std::string::npos;
}

std::vector<Said> so_many(std::size_t count, const Said& said)
{
    return std::vector<Said>(count, said);
}

} // namespace

TEST_SUITE("first sentence")
{
TEST_CASE("it says that there is one dissenter, wherever that practice stands in the list")
{
    for (std::size_t one = 0; one < 6; ++one)
    {
        CAPTURE(one);
        std::vector<Said> practices = so_many(6, winning());
        practices[one] = learning();
        const report::AlignmentAdvice advice = words_for(practices);
        CHECK(advice.headline.starts_with("There is one dissenter: " + std::string(1, static_cast<char>('A' + one)) + " answers differently"));
        CHECK(advice.pattern == "one-dissenter");
        CHECK_FALSE(advice.hidden_veto);
    }
}

TEST_CASE("it says that there are two camps, and who is in which")
{
    const report::AlignmentAdvice advice = words_for({winning(), learning(), winning(), learning(), winning(), learning()});
    CHECK(advice.headline.starts_with("There are two camps, A, C and E on one side and B, D and F on the other"));
    CHECK(words_for({winning(), learning(), winning(), learning(), winning()}).pattern == "two-camps");
}

TEST_CASE("it says that there is a hidden veto, and whose")
{
    std::vector<Said> practices = so_many(6, merging());
    practices[3] = keeping();
    const report::AlignmentAdvice one = words_for(practices);
    CHECK(one.headline.starts_with("There is one dissenter and with it a hidden veto: “Partnership merger”"));
    CHECK(says(one.headline, "the answers of D speak against it"));
    CHECK(one.hidden_veto);

    // The same with a practice that differs on the one thing alone and not in general.
    practices = so_many(8, merging());
    practices[0] = with(merging(), {{"unlimited-liability", "unwilling"}, {"autonomy", "full"}, {"motive.keep-independence", "3"}});
    practices[5] = practices[0];
    const report::AlignmentAdvice two = words_for(practices);
    CAPTURE(two.headline);
    CHECK(says(two.headline, "a hidden veto"));
    CHECK(says(two.headline, "the answers of A and F speak against it"));
}

TEST_CASE("groups without any of these are not said to have them")
{
    for (const Said& all : {merging(), winning(), learning(), keeping()})
    {
        const report::AlignmentAdvice advice = words_for(so_many(6, all));
        CHECK(advice.headline.starts_with("The practices largely agree"));
        CHECK(advice.pattern == "together");
        CHECK_FALSE(advice.hidden_veto);
        CHECK(advice.coalitions.empty());
    }
}

TEST_CASE("small differences are neither a dissent nor camps")
{
    Random random(11);
    for (int i = 0; i < 40; ++i)
    {
        std::vector<Said> practices;
        for (int p = 0; p < 6; ++p)
            practices.push_back(a_little_different(winning(), random));
        const report::AlignmentAdvice advice = words_for(practices);
        CAPTURE(advice.headline);
        CHECK_FALSE(says(advice.headline, "dissenter"));
        CHECK_FALSE(says(advice.headline, "There are two camps"));
        CHECK_FALSE(says(advice.headline, "hidden veto"));
    }
}

TEST_CASE("small differences hide neither a dissenter nor camps")
{
    Random random(12);
    for (int i = 0; i < 15; ++i)
    {
        std::vector<Said> practices, camps;
        for (int p = 0; p < 6; ++p)
        {
            practices.push_back(a_little_different(p == 4 ? learning() : winning(), random));
            camps.push_back(a_little_different(p % 3 == 0 ? learning() : winning(), random));
        }
        CHECK(words_for(practices).headline.starts_with("There is one dissenter: E "));
        CHECK(words_for(camps).headline.starts_with("There are two camps, B, C, E and F on one side and A and D on the other"));
    }
}

TEST_CASE("with fewer than two voices nothing is claimed")
{
    CHECK(words_for({winning()}).headline.starts_with("Fewer than two practices"));
    casefile::Case group = group_of({winning(), winning(), winning()});
    group.practices[1].answers.clear();
    group.practices[2].answers.clear();
    CHECK(report::align_in_words(shipped(), group, today).headline == "Too few practices have answered for themselves so far: 1 of 3.");
    CHECK(report::align_in_words(shipped(), casefile::Case{}, today).headline.starts_with("Fewer than two practices"));
}
}
