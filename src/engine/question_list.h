// Question list: the questions that decide something. It never changes, so copies share it: one rule speaks of many
// options.
#pragma once

#include "rulebase/ids.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace fedadvise::engine
{

class QuestionList
{
public:
    QuestionList() = default;
    QuestionList(std::vector<rulebase::QuestionId> ids) // NOLINT: a list as good as the vector
        : m_ids(ids.empty() ? nullptr : std::make_shared<const std::vector<rulebase::QuestionId>>(std::move(ids)))
    {
    }

    [[nodiscard]] const std::vector<rulebase::QuestionId>& ids() const
    {
        static const std::vector<rulebase::QuestionId> none;
        return m_ids == nullptr ? none : *m_ids;
    }
    [[nodiscard]] auto begin() const { return ids().begin(); }
    [[nodiscard]] auto end() const { return ids().end(); }
    [[nodiscard]] std::size_t size() const { return ids().size(); }
    [[nodiscard]] bool empty() const { return m_ids == nullptr; }
    friend bool operator==(const QuestionList& a, const QuestionList& b) { return a.ids() == b.ids(); }

private:
    std::shared_ptr<const std::vector<rulebase::QuestionId>> m_ids;
};

} // namespace fedadvise::engine
