// How to write a test file, in words for advisers.
#include "casefile/test_file.h"

namespace fedadvise::casefile
{

std::string help_on_test_files()
{
    return R"(Test files (*.fedtest) hold cases and the advice that must come of them. They are plain text in UTF-8.

    # What stands behind a number sign is a comment.
    Case: Five practices that want to bid together
    Because: A club cannot sign, and three practices have no wish to merge.
    as-at: 2026-11-22
    jurisdiction: england
    motive.extend-services: 3
    owners: gps, practices
    Practice: Hill Surgery
      list-size: 9100
      Respondent: partner
        readiness.RR01: 4
    Must lead: federation-company or contractual-alliance
    Must be ruled out: unincorporated-association by HC-03b

THE CASE
  Case: TITLE           begins a case. Each title stands once in a file.
  From: FILE.fedcase    starts from a case file, as seen from the folder of the test file; the lines below change it.
  Because: TEXT         why you expect this. It is printed when the case fails.
  as-at: DATE           the day whose law applies. Without it: the day on which the rules were last brought up to date.
  QUESTION: ANSWER      'fedadvise questions' lists questions and answers. Write "unknown" for "we do not know", and
                        "unanswered" to take an answer of the case file away. Several answers have commas between them.
  readiness.*: 4        the same answer to every question of a family that has no line of its own here.
  Practice: NAME        begins a practice, or goes on with the one of that name in the case file. What is indented below
                        belongs to it.
  Respondent: ROLE      somebody of the practice. Indent it, and their answers once more.
  Remove practice: NAME leaves out a practice of the case file.

WHAT MUST COME OF IT. Commas (or "and") join names of which each must meet the expectation; with "or" one is enough.
  Must lead: OPTION               It stands first (ties included), and is neither ruled out nor waiting.
  Must not lead: OPTION           It does not.
  In the first three: OPTION      It stands first, second or third among the models, or among the vehicles, and is
                                  neither ruled out nor waiting.
  May be shown: OPTION            It is neither ruled out nor waiting; a vehicle also goes with at least one model that
                                  is shown.
  Must not be shown: OPTION       It is ruled out, or waits; or it is a vehicle that goes with no model that is shown.
  Must be ruled out: OPTION by RULE
                                  It is ruled out, and this rule is among those that do it. "by RULE" may be left out.
  Must not be ruled out: OPTION by RULE
                                  It is not ruled out; with "by RULE": not by this rule.
  Must wait: OPTION by RULE       It is not ruled out but "not yet", and this rule is among those that it waits for.
                                  "by readiness": it waits for the relationship. "by ..." may be left out.
  Must not wait: OPTION by RULE   Nothing makes it wait; with "by": this does not.
  Must point towards: OPTION      Its band is "points towards" or "points strongly towards".
  Must point away: OPTION         Its band is "points away".
  May go together: MODEL with VEHICLE
                                  The two are shown as a pair.
  Must not go together: MODEL with VEHICLE
                                  They are not.
  Must be warned: RULE for OPTION The rule is true, and its warning is shown: for the whole group, with a lesson, as a
                                  conflict of aims, or at an option that is not ruled out. With "for": at this option.
  Must not be warned: RULE        Its warning is not shown.
  Must say: RULE for OPTION       The rule is true, and its words are shown somewhere: as a reason for or against, as what
                                  rules out, is waited for, required or allowed, as a warning, conflict, lesson, limit of
                                  depth or next step. With "for": at this option.
  Must not say: RULE for OPTION   They are not.
  Must hold: RULE                 The rule is true, whether its words are shown or not (a next step is shown only when its
                                  option leads).
  Must not hold: RULE             The rule is false, or not law on the day.
  Cannot tell: RULE               The answers leave open whether it is true.
  Points: OPTION NUMBER           The option has so many points now.
  Next steps: RULE NUMBER         The rule gives so many of the next steps.
  Deepest step: STEP              So deep the advice may go now, for example g4.
  Lesson raised: NUMBER           The lesson (1 to 10) is shown as one to look at.
  Lesson not raised: NUMBER       It is not, or not for certain.
)";
}

} // namespace fedadvise::casefile
