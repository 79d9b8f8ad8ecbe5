#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/fold.hpp"
#include "text/negation.hpp"
#include "values_test.hpp"

BOOST_AUTO_TEST_SUITE(values_zh)

using namespace plancheck;

namespace {

std::string times(std::string_view text) { return values_of("zh", text, want_times); }
std::string recurs(std::string_view text) { return values_of("zh", text, want_recurrence); }
std::string money(std::string_view text) { return values_of("zh", text, want_money); }
std::string numbers(std::string_view text) { return values_of("zh", text, want_numbers); }
std::string names(std::string_view text) { return values_of("zh", text, want_names); }

// Whether the first `term` of the text is denied.
bool denied(std::string_view text, std::string_view term) {
    const std::string folded = fold(text);
    const std::size_t at = folded.find(term);
    BOOST_REQUIRE(at != std::string::npos);
    return is_negated(folded, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + term.size()), *Languages::built_in().find("zh"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(dates) {
    BOOST_TEST(times("2025年3月") == "date 2025-03");
    BOOST_TEST(times("2025年3月14日") == "date 2025-03-14");
    BOOST_TEST(times("2025 年 3 月 14 日") == "date 2025-03-14");
    BOOST_TEST(times("２０２５年３月") == "date 2025-03");
    BOOST_TEST(times("二〇二五年三月十四日") == "date 2025-03-14");
    BOOST_TEST(times("二〇二六年十二月三十一日") == "date 2026-12-31");
    BOOST_TEST(times("2025年三月") == "date 2025-03");
    BOOST_TEST(times("民國114年7月至116年6月") == "period 2025-07/2027-06");
    BOOST_TEST(times("民国115年") == "date 2026");
    BOOST_TEST(times("114年5月1日") == "date 2025-05-01");
    BOOST_TEST(times("114學年") == "date 2025");
    BOOST_TEST(times("113年基线") == "");
    BOOST_TEST(times("2026年至2025年") == "period 2026/2025");
    BOOST_TEST(times("2025-03-14") == "date 2025-03-14");
    BOOST_TEST(times("2025/4/3") == "date 2025-04-03");
    BOOST_TEST(times("2025年") == "date 2025");
    BOOST_TEST(times("该项目在2025年启动。") == "date 2025");
    BOOST_TEST(times("2026年底") == "date 2026");
    BOOST_TEST(times("2026年年底") == "date 2026");
    BOOST_TEST(times("2025年6月31日") == "date 2025-06-31");
    BOOST_TEST(times("3月14日") == "");
    BOOST_TEST(times("每年排放2000吨") == "");
}

BOOST_AUTO_TEST_CASE(periods_and_parts_of_the_year) {
    BOOST_TEST(times("2025-2027年") == "period 2025/2027");
    BOOST_TEST(times("2025—2027年") == "period 2025/2027");
    BOOST_TEST(times("2025年至2027年") == "period 2025/2027");
    BOOST_TEST(times("2025至2027年") == "period 2025/2027");
    BOOST_TEST(times("2025～2027年") == "period 2025/2027");
    BOOST_TEST(times("2025年3月至2026年6月") == "period 2025-03/2026-06");
    BOOST_TEST(times("从2025年3月到2026年6月") == "period 2025-03/2026-06");
    BOOST_TEST(times("2025年3月至6月") == "period 2025-03/2025-06");
    BOOST_TEST(times("2024-2025两年期") == "period 2024/2025");
    BOOST_TEST(times("2026年底前") == "period /2026");
    BOOST_TEST(times("截至2026年底") == "period /2026");
    BOOST_TEST(times("不迟于2026年6月30日") == "period /2026-06-30");
    BOOST_TEST(times("到2027年") == "period /2027");
    BOOST_TEST(times("自2025年起") == "period 2025/");
    BOOST_TEST(times("2025年3月起") == "period 2025-03/");
    BOOST_TEST(times("2025年第一季度") == "quarter 2025-Q1");
    BOOST_TEST(times("2025年一季度") == "quarter 2025-Q1");
    BOOST_TEST(times("2025年第3季度至2027年第2季度") == "period 2025-Q3/2027-Q2");
    BOOST_TEST(times("2025年上半年") == "quarter 2025-H1");
    BOOST_TEST(times("2026年下半年") == "quarter 2026-H2");
    BOOST_TEST(times("持续进行") == "ongoing 持续进行");
    BOOST_TEST(times("整个周期") == "ongoing 整个周期");
}

BOOST_AUTO_TEST_CASE(recurrences) {
    BOOST_TEST(recurs("每两年向环境署报告一次") == "recurrence P2Y");
    BOOST_TEST(recurs("每2年") == "recurrence P2Y");
    BOOST_TEST(recurs("两年一次") == "recurrence P2Y");
    BOOST_TEST(recurs("隔年提交") == "recurrence P2Y");
    BOOST_TEST(recurs("每隔一年") == "recurrence P2Y");
    BOOST_TEST(recurs("每二十四个月") == "recurrence P2Y");
    BOOST_TEST(recurs("每隔两年") == "recurrence P2Y?");
    BOOST_TEST(recurs("双年报告") == "recurrence P2Y?");
    BOOST_TEST(recurs("双年度报告") == "recurrence P2Y");
    BOOST_TEST(recurs("每年两次") == "recurrence P6M");
    BOOST_TEST(recurs("每半年") == "recurrence P6M");
    BOOST_TEST(recurs("每6个月") == "recurrence P6M");
    BOOST_TEST(recurs("每年十月") == "recurrence P1Y");
    BOOST_TEST(recurs("年度会议") == "recurrence P1Y");
    BOOST_TEST(recurs("每季度") == "recurrence P3M");
    BOOST_TEST(recurs("每三年") == "recurrence P3Y");
    BOOST_TEST(recurs("每五年") == "recurrence P5Y");
    BOOST_TEST(recurs("定期") == "recurrence P");
    BOOST_TEST(recurs("任期两年") == "");
    BOOST_TEST(recurs("为期两年的项目") == "");
}

BOOST_AUTO_TEST_CASE(money_and_numbers) {
    BOOST_TEST(money("50万美元") == "money 500000 USD");
    BOOST_TEST(money("10,000克朗") == "money 10000 XXX");
    BOOST_TEST(money("10,000丹麦克朗") == "money 10000 DKK");
    BOOST_TEST(money("1.5亿元") == "money 150000000 CNY");
    BOOST_TEST(money("人民币30万元") == "money 300000 CNY");
    BOOST_TEST(money("75,000美元") == "money 75000 USD");
    BOOST_TEST(money("美元40 000") == "money 40000 USD");
    BOOST_TEST(money("2百万欧元") == "money 2000000 EUR");
    BOOST_TEST(money("3千万日元") == "money 30000000 JPY");
    BOOST_TEST(money("12万瑞士法郎") == "money 120000 CHF");
    BOOST_TEST(money("三十万美元") == "money 300000 USD");
    BOOST_TEST(money("十五万五千欧元") == "money 155000 EUR");
    BOOST_TEST(money("约三百二十万元，") == "money 3200000 CNY");
    BOOST_TEST(money("一亿五千万元") == "money 150000000 CNY");
    BOOST_TEST(money("两万美元") == "money 20000 USD");
    BOOST_TEST(money("十万五美元") == "");
    BOOST_TEST(money("千家万户") == "");
    BOOST_TEST(numbers("从18%提高到60%") == "percentage 18 % | percentage 60 %");
    BOOST_TEST(numbers("提高10个百分点") == "percentage 10 %");
    BOOST_TEST(numbers("百分之60") == "percentage 60 %");
    BOOST_TEST(numbers("6个国家") == "quantity 6 countries");
    BOOST_TEST(numbers("400吨") == "quantity 400 t");
    BOOST_TEST(numbers("400万吨") == "quantity 4000000 t");
    BOOST_TEST(numbers("120名检查人员") == "quantity 120 people");
    BOOST_TEST(numbers("第2项优先行动") == "");
    BOOST_TEST(numbers("2025年3月") == "");
    BOOST_TEST(numbers("到2026年12月，6个国家") == "quantity 6 countries");
}

BOOST_AUTO_TEST_CASE(contacts_and_references) {
    BOOST_TEST(values_of("zh", "电话：010 5550 1020", want_contacts) == "telephone 01055501020");
    BOOST_TEST(values_of("zh", "冯样本+86 21 5550 0177转3", want_contacts) == "telephone +862155500177");
    BOOST_TEST(values_of("zh", "冯样本，025-55550123", want_contacts | in_contact_field) == "telephone 02555550123");
    BOOST_TEST(values_of("zh", "联系方式：office@lake.example.org。", want_contacts) == "email office@lake.example.org");
    BOOST_TEST(values_of("zh", "网址：www.lake.example.org", want_contacts) == "web www.lake.example.org");
    BOOST_TEST(values_of("zh", "理事会第24/3号决定第19段", want_references) == "reference decision 24/3");
    BOOST_TEST(values_of("zh", "2024 2026 150 000", want_contacts) == "");
    BOOST_TEST(values_of("zh", "待指定", want_unset) == "unset 待指定");
}

BOOST_AUTO_TEST_CASE(names_of_persons_and_organisations) {
    BOOST_TEST(names("安明女士，湖泊研究所") == "person 安明女士 | organisation 湖泊研究所");
    BOOST_TEST(names("湖泊研究所 安明博士") == "organisation 湖泊研究所 | person 安明博士");
    BOOST_TEST(names("安明女士（湖泊研究所）、白木先生（灯具回收联盟）") ==
               "person 安明女士 | organisation 湖泊研究所 | person 白木先生 | organisation 灯具回收联盟");
    BOOST_TEST(names("安明") == "person 安明?");
    BOOST_TEST(names("湖泊研究所（湖研）") == "organisation 湖泊研究所 | person 湖研?");
    BOOST_TEST(names("湖泊研究所和灯具回收联盟") == "organisation 湖泊研究所 | organisation 灯具回收联盟");
    BOOST_TEST(names("湖泊研究所担任") == "organisation 湖泊研究所");
    BOOST_TEST(names("草原市政府") == "organisation 草原市政府");
}

BOOST_AUTO_TEST_CASE(what_is_denied) {
    BOOST_TEST(denied("本计划没有规定每两年提交报告。", "报告"));
    BOOST_TEST(denied("不编写两年期报告。", "报告"));
    BOOST_TEST(denied("两年期报告未列入计划。", "报告"));
    BOOST_TEST(denied("无两年期报告。", "报告"));
    BOOST_TEST(denied("目前尚未安排向环境署提交报告。", "报告"));
    BOOST_TEST(denied("年度会议已取消。", "会议"));
    BOOST_TEST(denied("缺乏进展指标。", "指标"));
    BOOST_TEST(!denied("不仅每两年提交报告，还召开会议。", "报告"));
    BOOST_TEST(!denied("报告不迟于三月提交。", "报告"));
    BOOST_TEST(!denied("没有编写季度简报，但每两年提交报告。", "报告"));
    BOOST_TEST(!denied("过去没有数据。每两年提交报告。", "报告"));
    BOOST_TEST(!denied("采用无汞技术并提交报告。", "报告"));
    BOOST_TEST(!denied("未来两年提交报告。", "报告"));
}

// Where a time is asked for, they count from the beginning, or say how long it takes.
BOOST_AUTO_TEST_CASE(times_that_count) {
    BOOST_TEST(values_of("zh", "首年", in_time_field | want_times) == "ongoing 首年");
    BOOST_TEST(values_of("zh", "十二个月内", in_time_field | want_times) == "ongoing 十二个月内");
    BOOST_TEST(values_of("zh", "头三年", in_time_field | want_times) == "ongoing 头三年");
    BOOST_TEST(values_of("zh", "第二个月", in_time_field | want_times) == "ongoing 第二个月");
}

BOOST_AUTO_TEST_SUITE_END()
