// A rule base of a dozen questions for tests, with an interview about it, and folders that clean up after themselves.
#pragma once

#include "wizard/conversation.h"

#include <filesystem>
#include <memory>
#include <string>

namespace fedadvise::wizard::tests
{

/// The small rule base; throws with the first fault when it is not valid.
[[nodiscard]] std::shared_ptr<const rulebase::RuleBase> small_rules();

/// The rule base that is shipped.
[[nodiscard]] std::shared_ptr<const rulebase::RuleBase> shipped_rules();

/// An interview that has just begun, on 23 November 2026.
[[nodiscard]] Conversation begin(const std::shared_ptr<const rulebase::RuleBase>& rules);
[[nodiscard]] Conversation small_interview();

/// The question on the current page; an empty screen when it is not there.
[[nodiscard]] QuestionScreen on_page(const Conversation& conversation, const std::string& question);
[[nodiscard]] QuestionScreen in_form(const Conversation& conversation, const std::string& practice, const std::string& question);
[[nodiscard]] Step step_named(const Conversation& conversation, const std::string& step);
/// The group's line, or the practice's; an empty line when there is none.
[[nodiscard]] CheckLine check_line_of(const Conversation& conversation, const std::string& question, const std::string& practice = "");

/// A new folder with a name that is not ASCII, removed at the end.
class TemporaryFolder
{
public:
    explicit TemporaryFolder(const std::string& name);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace fedadvise::wizard::tests
