// Result: a value, or the reason why an operation failed.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace fedadvise::foundation
{

/// Why an operation failed: a stable code, a sentence that says what happened, and one that says what to do.
struct Error
{
    std::string code;
    std::string message;
    std::string advice;

    friend bool operator==(const Error&, const Error&) = default;
};

/// Holds a T or an Error. Borrows the names of std::expected, to become an alias one day.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    /// The value; throws std::logic_error when there is none.
    [[nodiscard]] const T& value() const&
    {
        if (!has_value())
            throw std::logic_error("Result::value() called on an error: " + std::get<1>(m_state).message);
        return std::get<0>(m_state);
    }
    [[nodiscard]] T&& value() &&
    {
        if (!has_value())
            throw std::logic_error("Result::value() called on an error: " + std::get<1>(m_state).message);
        return std::get<0>(std::move(m_state));
    }
    /// The error; throws std::logic_error when there is a value.
    [[nodiscard]] const Error& error() const&
    {
        if (has_value())
            throw std::logic_error("Result::error() called on a value");
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) {}

    [[nodiscard]] bool has_value() const noexcept { return !m_failed; }
    explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const Error& error() const&
    {
        if (!m_failed)
            throw std::logic_error("Result::error() called on a success");
        return m_error;
    }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace fedadvise::foundation
