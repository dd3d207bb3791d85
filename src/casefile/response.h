// Invitations and responses: a practice is asked some questions in one file, and what somebody there says comes back in
// another.
#pragma once

#include "casefile/case.h"
#include "foundation/diagnostic.h"
#include "foundation/result.h"
#include "rulebase/rule_base.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::casefile
{

inline constexpr const char* invitation_format = "federation-adviser invitation";
inline constexpr const char* response_format = "federation-adviser response";

struct Invitation
{
    int version = 1;
    std::string case_id; ///< empty when the case has none
    std::string case_title;
    int round = 1;
    std::string practice; ///< id in the case
    std::string practice_name;
    std::string ods_code;
    std::vector<rulebase::QuestionId> questions;     ///< in the order in which they are asked
    std::vector<std::string> unknown_questions = {}; ///< JSON of names that only a newer version knows
    UnknownKeys unknown_keys = {};
    UnknownKeys unknown_case_keys = {};
    UnknownKeys unknown_practice_keys = {};
    friend bool operator==(const Invitation&, const Invitation&) = default;
};

struct Response
{
    Invitation to;
    Respondent respondent; ///< its round is the one it was asked in, unless the file says otherwise
    friend bool operator==(const Response&, const Response&) = default;
};

/// Asks one practice of the case. No questions: all that a practice can be asked. The practice must be there.
[[nodiscard]] Invitation invite(const rulebase::RuleBase& rules, const Case& group, const std::string& practice,
                                std::vector<rulebase::QuestionId> questions = {});

/// Whether the question can be put to a practice or somebody in it.
[[nodiscard]] bool can_be_asked_of_practices(const rulebase::Question& question);

/// The same token for the same name in the same practice, so that who answers again is known again. Empty without a
/// name: then somebody above the core has to make one up.
[[nodiscard]] std::string respondent_token(const Invitation& invitation, const std::string& name);

[[nodiscard]] std::string invitation_text(const Invitation& invitation);
[[nodiscard]] std::string response_text(const Response& response);

/// What a file turned out to be; nothing when a diagnostic is an error.
struct LoadedFile
{
    std::optional<Case> group;
    std::optional<Invitation> invitation;
    std::optional<Response> response;
    std::vector<foundation::Diagnostic> diagnostics;
};

/// Reads a case, an invitation or a response, whatever it is called.
[[nodiscard]] LoadedFile read_any(std::string_view json, const std::string& name, const rulebase::RuleBase& rules);
[[nodiscard]] LoadedFile load_any(const std::filesystem::path& path, const rulebase::RuleBase& rules);

} // namespace fedadvise::casefile
