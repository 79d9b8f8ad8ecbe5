// Radicals of the supplement that fonts name in place of the ideographs that look the same: PDFs, and text copied from them, have
// them inside words. Unicode's normalisation knows two of them; this is its list of equivalent ideographs.
#pragma once

#include <string_view>

namespace plancheck {

inline constexpr char32_t first_radical = 0x2E80, last_radical = 0x2EF3;

/// Spaces where there is none.
inline constexpr std::u32string_view ideographs_of_radicals =
    U" 厂  乙亻冂 刀刂卜 小小兀尣  巳幺彑彐忄 扌攵 旡日"
    U"月歺母民氵 灬 爫丬牛犭王疋目示礻竹糹纟 罒   羊羊 耂"
    U"肀聿肉臼艹艹艹虎衤覀西见角 讠贝足车辶辶辶阝钅長镸长门 阝"
    U"雨青韦页风飞食 飠饣 马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

static_assert(ideographs_of_radicals.size() == last_radical - first_radical + 1);

/// The code point itself where it is no radical that has one.
constexpr char32_t ideograph_of_radical(char32_t c) noexcept {
    if (c < first_radical || c > last_radical) return c;
    const char32_t found = ideographs_of_radicals[c - first_radical];
    return found == U' ' ? c : found;
}

}  // namespace plancheck
