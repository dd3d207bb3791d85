// AnswersReader: reads what the group, a practice or a respondent said. Not for use outside casefile.
#pragma once

#include "casefile/case.h"
#include "casefile/value_reader.h"

#include <string>

namespace fedadvise::casefile
{

enum class Holder
{
    Group,
    Practice,
    Respondent,
};

/// The parts that cases and response files have in common.
class AnswersReader
{
public:
    explicit AnswersReader(ValueReader& reader) : m_reader(reader) {}

    void read_answers(const Value& value, Holder holder, Answers& answers, UnknownKeys& unknown);
    void read_notes(const Value& value, Notes& notes, UnknownKeys& unknown);
    /// `round` is that of who does not say another.
    Respondent read_respondent(const Value& value, int round = 1);
    void read_respondents(const Value& value, std::vector<Respondent>& respondents);
    Commitment read_commitment(const Value& value);
    /// A whole number from 1 to 1,000; 1, with a fault, when it is none.
    int read_round(const Value& value);
    int read_version(const Value& value);
    /// A time in UTC as text, checked.
    std::string read_time(const Value& value);
    std::vector<std::string> read_texts(const Value& value);

private:
    bool check_scope(const rulebase::Question& question, Holder holder, const Value& value);
    EarlierAnswers read_earlier(const Value& value);
    void check_order(const Value& value, const Respondent& respondent);

    ValueReader& m_reader;
};

/// Reads the list "conflicts" into the case.
void read_conflicts(ValueReader& reader, const Value& value, Case& group);

} // namespace fedadvise::casefile
