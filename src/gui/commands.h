// Commands: everything that a view may ask for. The main frame fills them in; views know nothing else of the program.
#pragma once

#include "report/alignment_words.h"
#include "report/further.h"
#include "wizard/conversation.h"

#include <functional>
#include <string>
#include <vector>

namespace fedadvise::gui
{

/// `practice` is empty for the group, as in wizard::Conversation. Views may call these from any event: the views are
/// drawn anew afterwards, never during the call.
struct Commands
{
    using Text = std::function<void(const std::string&)>;
    using Answer =
        std::function<void(const std::string& question, const std::string& practice, const std::string& text)>;
    using AnswerSet = std::function<void(const std::string& question, const std::string& practice,
                                         const std::vector<std::string>& options)>;
    using Question = std::function<void(const std::string& question, const std::string& practice)>;

    Answer choose;
    AnswerSet choose_set;
    Answer write;
    Question say_unknown;
    Question clear;
    Answer set_note;

    std::function<void()> add_practice;
    std::function<void()> choose_from_list; ///< practices of a published list
    Text edit_practice;
    Text remove_practice;
    std::function<void(const std::string& practice, const std::string& name, const std::string& ods_code)>
        name_practice;
    std::function<void(const std::string& practice, const wizard::CommitmentText& written)> commit_practice;
    std::function<void()> close_practice; ///< from the form back to the list
    Text set_title;

    Text go_to; ///< a step
    std::function<void()> go_back;
    std::function<void()> go_on;
    std::function<void()> check_step; ///< shows what is wrong on the step, without leaving it
    /// The place of a question: step, practice, question.
    std::function<void(const std::string& step, const std::string& practice, const std::string& question)>
        show_question;

    std::function<void()> add_variant; ///< asks for its name
    Text add_variant_without;          ///< a practice
    Text rename_variant;               ///< asks for the name
    Text remove_variant;
    Text choose_variant;  ///< to look at it
    Text work_on_variant; ///< empty: the case itself
    Text bring_back_practice;

    std::function<report::Further()> look_further;  ///< how firm the result is; takes some tenths of a second
    std::function<report::AlignmentAdvice()> align; ///< where the practices stand; takes up to a second
    Text explain_change;                            ///< what would make this option come first

    std::function<void()> new_group;
    std::function<void()> open_case;
    Text open_file; ///< UTF-8 path
    Text open_example;
    std::function<void()> show_reports;
};

} // namespace fedadvise::gui
