// Meeting: questions put to a room, one at a time, with the answers of the practices as they come in.
#pragma once

#include "wizard/conversation.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::wizard
{

/// Keys from 1 choose options; this one says "We do not know".
inline constexpr int unknown_key = 0;
/// There are keys for so many options of a question.
inline constexpr std::size_t most_keys = 9;

/// An option, and who chose it.
struct RoomOption
{
    int key = 0;
    std::string id; ///< empty: "We do not know"
    std::string label;
    bool chosen = false;            ///< by the practice whose turn it is
    std::vector<std::string> names; ///< of the practices that chose it
    std::string words;              ///< "2 practices", with their names when they are shown; empty: nobody
};

/// What the room sees.
struct RoomScreen
{
    std::string question; ///< empty: there is nothing to ask
    std::string practice; ///< whose turn it is: an id, or empty for the group
    std::string place;    ///< "Question 7 of 42: Why work together?"
    std::string prompt;
    std::string help;
    std::string turn; ///< "Hill Surgery answers (2 of 6)"; "The group answers"
    std::vector<RoomOption> options;
    std::string summary;    ///< "4 of 6 practices have answered."
    std::size_t number = 0; ///< of the question, from 1
    std::size_t questions = 0;
};

/// Where a meeting is. It keeps no answers: those are the conversation's, from which every screen is made anew.
/// Questions with options are put to a room; figures and words are typed at the desk.
class Meeting
{
public:
    /// Names of who chose what are shown only when somebody asks for them.
    bool shows_names = false;

    [[nodiscard]] RoomScreen screen(const Conversation& conversation) const;

    /// To this question, or to the first that follows it in the interview and is put to a room.
    void go_to(const Conversation& conversation, const std::string& question);
    void go_on(const Conversation& conversation);
    void go_back(const Conversation& conversation);
    void next_practice(const Conversation& conversation);
    void previous_practice(const Conversation& conversation);

    /// The answer behind a key goes to the practice whose turn it is; then it is the turn of the next one that has not
    /// answered. Gives whether the key means anything here.
    bool press(Conversation& conversation, int key);
    /// Takes the answer of the practice whose turn it is away.
    void clear(Conversation& conversation) const;

private:
    void turn_to_first(const Conversation& conversation);
    void move(const Conversation& conversation, std::ptrdiff_t by);
    void move_practice(const Conversation& conversation, std::ptrdiff_t by);

    std::string m_question; ///< empty: the first
    std::string m_practice;
};

} // namespace fedadvise::wizard
