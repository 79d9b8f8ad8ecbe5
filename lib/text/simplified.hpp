// Characters of the titles and terms that traditional Chinese writes otherwise, sorted, and what simplified Chinese has in
// their place; after ICU's transform Traditional-Simplified.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace plancheck {

inline constexpr std::u16string_view traditional_characters =
    u"並乾亞佈併來侷俁係俬俱個們備傢傳僅價億儘償優儲兒內兩冊凈別則剋劃動務勞匯區協參員問啓啟單噸噹嚮國圓圖團埰執報場塊塵壇壓壜"
    u"夥姊學實審寫尅將專尋對導屬島嶼師幣幹庫廠廢廳廻強彆彙後從復徵悳態慮應戰捲採換搆擇擊擔據擬數斷於昇時暫曆曏書會條棄業極構標"
    u"機檢檯欵歐歡歷歸毬氣汙決沒況淨減測準溫滾滿潔潛濟為無煉煙熒熱燈燒營爲爾牽狀獨獲獻現環產産當發盡監盤眞眾瞭硏確碼礙礦祕稱穩"
    u"穫窯箇節範簡籌糧糰約納級終組結絕絡給統絶經綜綫維網緒線締編練緻縫縮總績織繫續罈罎羣聯職脫臨臺與舉菓菸萬蓆藝處號衆術衛裏補"
    u"裝裡製複覈見規視觀觸訂計訊討訓記設註評詞詢話該詳認語誤說説誰調請論謝識議護讓負財貢貫責貯貳費貿資質賸贈趨跤跼踐蹤載輸轉辦"
    u"農迴這連週進過達遠適遲遷選遺還郵醫釋針銀銜銹鋼錄録錶鍊鍵鎊鏽長門開間関閣闕關陞陳階際隨險隻雙離電響頁頃項須預領頭頻題額類"
    u"顧風颱餘驗體髮鬚鳴鹼麥麵麼麽黃點齣";
inline constexpr std::u16string_view simplified_characters =
    u"并干亚布并来局俣系私具个们备家传仅价亿尽偿优储儿内两册净别则克划动务劳汇区协参员问启启单吨当向国圆图团采执报场块尘坛压坛"
    u"伙姐学实审写克将专寻对导属岛屿师币干库厂废厅回强别汇后从复征德态虑应战卷采换构择击担据拟数断于升时暂历向书会条弃业极构标"
    u"机检台款欧欢历归球气污决没况净减测准温滚满洁潜济为无炼烟荧热灯烧营为尔牵状独获献现环产产当发尽监盘真众了研确码碍矿秘称稳"
    u"获窑个节范简筹粮团约纳级终组结绝络给统绝经综线维网绪线缔编练致缝缩总绩织系续坛坛群联职脱临台与举果烟万席艺处号众术卫里补"
    u"装里制复核见规视观触订计讯讨训记设注评词询话该详认语误说说谁调请论谢识议护让负财贡贯责贮贰费贸资质剩赠趋交局践踪载输转办"
    u"农回这连周进过达远适迟迁选遗还邮医释针银衔锈钢录录表炼键镑锈长门开间关阁阙关升陈阶际随险只双离电响页顷项须预领头频题额类"
    u"顾风台余验体发须鸣碱麦面么么黄点出";
static_assert(traditional_characters.size() == simplified_characters.size());

/// One bit for each character from U+4E00 on that is in the list.
inline constexpr auto traditional_bits = [] {
    std::array<std::uint64_t, (0xA000 - 0x4E00) / 64> bits{};
    for (const char16_t c : traditional_characters) bits[(c - 0x4E00U) / 64] |= std::uint64_t{1} << ((c - 0x4E00U) % 64);
    return bits;
}();

constexpr char32_t simplified(char32_t c) noexcept {
    if (c < 0x4E00 || c >= 0xA000 || (traditional_bits[(c - 0x4E00) / 64] >> ((c - 0x4E00) % 64) & 1) == 0) return c;
    const auto* const at = std::lower_bound(traditional_characters.begin(), traditional_characters.end(), static_cast<char16_t>(c));
    return simplified_characters[static_cast<std::size_t>(at - traditional_characters.begin())];
}

}  // namespace plancheck
