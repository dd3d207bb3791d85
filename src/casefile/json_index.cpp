#include "casefile/json_index.h"

#include "foundation/utf8.h"

#include <algorithm>

namespace fedadvise::casefile
{

namespace
{

constexpr std::size_t most_values = 500'000; ///< PropertyTree needs about 350 bytes for each

class Scanner
{
public:
    Scanner(std::string_view text, int deepest) : m_text(text), m_deepest(deepest) {}

    std::variant<JsonNode, JsonFault> whole()
    {
        JsonNode root;
        skip_space();
        if (!value(root, 1))
            return m_fault;
        skip_space();
        if (m_at < m_text.size())
        {
            fail("There is something behind the end of the data.");
            return m_fault;
        }
        return root;
    }

private:
    bool fail(std::string message)
    {
        m_fault = {m_at, std::move(message)};
        return false;
    }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skip_space()
    {
        while (m_at < m_text.size() && std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
    }
    bool value(JsonNode& node, int depth)
    {
        if (depth > m_deepest)
            return fail("The data is nested more than " + std::to_string(m_deepest) + " levels deep.");
        if (++m_values > most_values)
            return fail("The data holds more than 500,000 values.");
        node.begin = m_at;
        const bool good = read(node, depth);
        node.end = m_at;
        return good;
    }
    bool read(JsonNode& node, int depth)
    {
        switch (peek())
        {
        case '{': return object(node, depth);
        case '[': return array(node, depth);
        case '"': node.type = JsonType::String; return string();
        case 't': node.type = JsonType::Boolean; return word("true");
        case 'f': node.type = JsonType::Boolean; return word("false");
        case 'n': node.type = JsonType::Null; return word("null");
        default: node.type = JsonType::Number; return number();
        }
    }
    bool object(JsonNode& node, int depth)
    {
        node.type = JsonType::Object;
        ++m_at;
        skip_space();
        if (peek() == '}')
            return ++m_at, true;
        for (;;)
        {
            if (peek() != '"')
                return fail("A key in quotation marks is missing here.");
            if (!string())
                return false;
            skip_space();
            if (peek() != ':')
                return fail("A colon is missing here.");
            ++m_at;
            skip_space();
            if (!value(node.children.emplace_back(), depth + 1))
                return false;
            skip_space();
            if (peek() == '}')
                return ++m_at, true;
            if (peek() != ',')
                return fail("A comma or a closing brace is missing here.");
            ++m_at;
            skip_space();
        }
    }
    bool array(JsonNode& node, int depth)
    {
        node.type = JsonType::Array;
        ++m_at;
        skip_space();
        if (peek() == ']')
            return ++m_at, true;
        for (;;)
        {
            if (!value(node.children.emplace_back(), depth + 1))
                return false;
            skip_space();
            if (peek() == ']')
                return ++m_at, true;
            if (peek() != ',')
                return fail("A comma or a closing bracket is missing here.");
            ++m_at;
            skip_space();
        }
    }
    bool string()
    {
        ++m_at;
        for (; m_at < m_text.size(); ++m_at)
        {
            const auto c = static_cast<unsigned char>(m_text[m_at]);
            if (c == '"')
                return ++m_at, true;
            if (c < 0x20)
                return fail("There is a line break or control character inside quotation marks.");
            if (c == '\\' && !escape())
                return false;
        }
        return fail("A closing quotation mark is missing.");
    }
    /// At a backslash; ends at the last character of the escape.
    bool escape()
    {
        ++m_at;
        if (std::string_view("\"\\/bfnrt").find(peek()) != std::string_view::npos && m_at < m_text.size())
            return true;
        if (peek() != 'u')
            return fail("There is a backslash that escapes nothing.");
        if (!hex_digits())
            return false;
        const std::string_view digits = m_text.substr(m_at - 3, 4);
        const bool high = digits[0] == 'd' || digits[0] == 'D';
        if (!high || digits[1] < '8')
            return true;
        const bool is_high_half = digits[1] == '8' || digits[1] == '9' || digits[1] == 'a' || digits[1] == 'b' ||
                                  digits[1] == 'A' || digits[1] == 'B';
        if (!is_high_half || m_text.substr(m_at + 1, 2) != "\\u")
            return fail("There is half of a surrogate pair.");
        m_at += 2;
        if (!hex_digits())
            return false;
        const std::string_view low = m_text.substr(m_at - 3, 4);
        if ((low[0] != 'd' && low[0] != 'D') || std::string_view("cdefCDEF").find(low[1]) == std::string_view::npos)
            return fail("There is half of a surrogate pair.");
        return true;
    }
    bool hex_digits()
    {
        for (int i = 0; i < 4; ++i)
        {
            ++m_at;
            if (m_at >= m_text.size() ||
                std::string_view("0123456789abcdefABCDEF").find(m_text[m_at]) == std::string_view::npos)
                return fail("\\u needs four hexadecimal digits.");
        }
        return true;
    }
    bool digits()
    {
        const std::size_t first = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > first;
    }
    bool number()
    {
        const std::size_t first = m_at;
        if (peek() == '-')
            ++m_at;
        const std::size_t whole = m_at;
        const bool started = digits();
        if (started && m_text[whole] == '0' && m_at > whole + 1)
            return fail("A number must not begin with 0.");
        bool good = started;
        if (good && peek() == '.')
            good = (++m_at, digits());
        if (good && (peek() == 'e' || peek() == 'E'))
        {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            good = digits();
        }
        if (good)
            return true;
        m_at = first;
        return fail(m_at >= m_text.size() ? "The file ends too early." : "A value is missing or misspelt here.");
    }
    bool word(std::string_view expected)
    {
        if (m_text.substr(m_at, expected.size()) != expected)
            return fail("A value is missing or misspelt here.");
        m_at += expected.size();
        return true;
    }

    std::string_view m_text;
    int m_deepest;
    std::size_t m_at = 0;
    std::size_t m_values = 0;
    JsonFault m_fault;
};

} // namespace

std::variant<JsonNode, JsonFault> index_json(std::string_view text, int deepest)
{
    return Scanner(text, deepest).whole();
}

LineColumn locate(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t last_break = before.find_last_of('\n');
    const std::size_t start = last_break == std::string_view::npos ? 0 : last_break + 1;
    return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
            static_cast<int>(foundation::code_point_count(before.substr(start))) + 1};
}

} // namespace fedadvise::casefile
