// Writes what moved between rounds, as text and as JSON.
#include "report/rounds.h"

#include "foundation/text_list.h"
#include "report/wording.h"

#include <nlohmann/json.hpp>

namespace fedadvise::report
{

namespace
{

using Json = nlohmann::ordered_json;

std::string number_words(std::size_t count, std::string_view plural)
{
    return counted(static_cast<std::int64_t>(count), plural);
}

std::string answer_words(const std::string& words)
{
    return words.empty() ? "no answer" : "“" + words + "”";
}

std::string move_line(const RoundMove& move, bool names_hidden)
{
    std::string who = names_hidden ? "Somebody" : move.practice_name.empty() ? move.practice : move.practice_name;
    if (!move.who.empty())
        who += " (" + move.who + ")";
    std::string line = who + ": from " + answer_words(move.was) + " in round " + std::to_string(move.from_round) +
                       " to " + answer_words(move.is) + " in round " + std::to_string(move.to_round);
    return line + (move.reason.empty() ? ". No reason given." : ".");
}

std::size_t moves_in(const Rounds& rounds)
{
    std::size_t moves = 0;
    for (const QuestionMoves& question : rounds.questions)
        moves += question.moves.size();
    return moves;
}

std::string count_line(const RoundCount& count)
{
    if (count.people == 0)
        return "Round " + std::to_string(count.round) + ": nobody has answered so far.";
    return "Round " + std::to_string(count.round) + ": " +
           (count.people == 1 ? "1 person" : number_words(count.people, "people")) + " of " +
           number_words(count.practices, "practices") + " answered.";
}

} // namespace

std::string rounds_headline(const Rounds& rounds)
{
    std::size_t with_answers = 0;
    for (const RoundCount& count : rounds.rounds)
        with_answers += count.people > 0 ? 1U : 0U;
    if (with_answers < 2)
        return "There is only one round with answers so far, so nothing can have moved.";
    const std::size_t moves = moves_in(rounds);
    if (moves == 0)
        return "Nobody who answered in more than one round changed an answer.";
    const QuestionMoves& most = rounds.questions.front();
    return number_words(moves, "answers") + " moved between rounds, on " +
           number_words(rounds.questions.size(), "questions") + "; most on “" + most.label + "” (" +
           std::to_string(most.moves.size()) + ").";
}

Lines rounds_lines(const Rounds& rounds)
{
    Lines lines;
    lines.push_back(
        {LineKind::Title, (rounds.title.empty() ? "The case" : rounds.title) + ": what moved between rounds"});
    lines.push_back({LineKind::Body, rounds_headline(rounds)});
    for (const RoundCount& count : rounds.rounds)
        lines.push_back({LineKind::Item, count_line(count)});
    for (const QuestionMoves& question : rounds.questions)
    {
        lines.push_back({LineKind::Heading, question.label + " (" + question.question + ")"});
        for (const RoundMove& move : question.moves)
        {
            lines.push_back({LineKind::Item, move_line(move, rounds.names_hidden)});
            if (!move.reason.empty())
                lines.push_back({LineKind::Detail, "Why: " + move.reason});
        }
        if (question.stayed > 0)
            lines.push_back({LineKind::Body, number_words(question.stayed, "answers") + " stayed as before."});
        for (const std::string& reason : question.reasons_to_stay)
            lines.push_back({LineKind::Detail, "Why it stayed: " + reason});
    }
    if (rounds.still > 0)
        lines.push_back(
            {LineKind::Body, "On " + number_words(rounds.still, "questions") + " everybody said the same again."});
    return lines;
}

std::string rounds_as_text(const Rounds& rounds)
{
    return lines_as_text(rounds_lines(rounds));
}

std::string rounds_as_json(const Rounds& rounds)
{
    Json json = {{"format", "federation-adviser rounds"},
                 {"version", 1},
                 {"title", rounds.title},
                 {"headline", rounds_headline(rounds)},
                 {"names-hidden", rounds.names_hidden},
                 {"rounds", Json::array()},
                 {"questions", Json::array()},
                 {"still", rounds.still}};
    for (const RoundCount& count : rounds.rounds)
        json["rounds"].push_back({{"round", count.round}, {"people", count.people}, {"practices", count.practices}});
    for (const QuestionMoves& question : rounds.questions)
    {
        Json moves = Json::array();
        for (const RoundMove& move : question.moves)
        {
            Json one = Json::object();
            if (!rounds.names_hidden)
                one = {{"practice", move.practice}, {"practice-name", move.practice_name}, {"who", move.who}};
            one["from-round"] = move.from_round;
            one["to-round"] = move.to_round;
            one["was"] = move.was;
            one["is"] = move.is;
            one["direction"] = move.is_upward ? "up" : move.is_downward ? "down" : "other";
            one["reason"] = move.reason;
            moves.push_back(std::move(one));
        }
        json["questions"].push_back({{"question", question.question},
                                     {"label", question.label},
                                     {"moves", moves},
                                     {"stayed", question.stayed},
                                     {"reasons-to-stay", question.reasons_to_stay}});
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace fedadvise::report
