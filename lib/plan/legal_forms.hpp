// What the law calls a firm stands behind its name, and is mostly left out where the name comes again. Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

/// "Estabiliza S.A.", "Lake Glass Ltd": where the name ends before what the law calls the firm; 0: no such words end it.
inline std::size_t before_legal_form(std::string_view title) noexcept {
    constexpr std::size_t shortest = 4;  // code points
    constexpr std::string_view forms[] = {"S.A.", "SA", "S.A", "S.A.S.", "SAS", "S.L.", "SL", "S.R.L.", "SRL", "SARL", "S.A.R.L.", "Ltd", "Ltd.", "Limited", "Inc", "Inc.", "LLC", "GmbH", "AG", "PLC", "plc", "Ltda.", "Ltda", "S.p.A.",
                                          "股份有限公司", "有限责任公司", "有限公司"};
    for (const std::string_view form : forms) {
        if (title.size() <= form.size() || !title.ends_with(form)) continue;
        std::size_t end = title.size() - form.size();
        if (!is_ideograph(decode(form, 0).code) && title[end - 1] != ' ') continue;
        while (end > 0 && (title[end - 1] == ' ' || title[end - 1] == ',')) --end;
        if (count_code_points(title.substr(0, end)) >= shortest) return end;
    }
    return 0;
}

}  // namespace plancheck
