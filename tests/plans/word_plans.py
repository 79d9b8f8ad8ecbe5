#!/usr/bin/env python3
"""Makes gmp-annex2/word-*.docx: plans as Word files that people made, each in its own manner (word.py).

    python3 tests/plans/word_plans.py      needs nothing else

Then PLANCHECK_UPDATE=1 ctest writes the reports, and the difference is to be read.
"""
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from word import Word  # noqa: E402

OUT = Path(__file__).resolve().parent / "gmp-annex2"
ROMAN = "I II III IV V VI VII VIII IX X".split()
ENGLISH = ["Summary of the issue (max of 250 words)", "Objective of the partnership area", "Priority actions", "Partner efforts and timelines",
           "Opportunities", "Evaluation", "Resource mobilization", "Business planning process",
           "Linkages", "Partners"]
SPANISH = ["Resumen de la cuestión (máximo de 250 palabras)", "Objetivo de la esfera de asociación", "Medidas prioritarias", "Iniciativas de los asociados y plazos",
           "Oportunidades", "Evaluación", "Movilización de recursos", "Proceso de planificación de las actividades",
           "Vínculos", "Asociados"]
RUSSIAN = ["Краткое изложение вопроса (не более 250 слов)", "Цель области партнерства", "Приоритетные меры", "Деятельность партнеров и сроки",
           "Возможности", "Оценка", "Мобилизация ресурсов", "Процесс планирования деятельности",
           "Взаимосвязи", "Партнеры"]
CHINESE = ["问题概述（不超过250字）", "伙伴关系领域的目标", "优先行动", "合作伙伴的工作和时间表",
           "机会", "评价", "资源调动", "业务规划进程",
           "联系", "合作伙伴"]
PARTS = "一二三四五六七八九十"
ARABIC = ["موجز المسألة (250 كلمة كحد أقصى)", "هدف مجال الشراكة", "الإجراءات ذات الأولوية", "جهود الشركاء والجداول الزمنية",
          "الفرص", "التقييم", "تعبئة الموارد", "عملية تخطيط الأعمال",
          "الروابط", "الشركاء"]
FIRST_TO_TENTH = ["أولاً", "ثانياً", "ثالثاً", "رابعاً",
                  "خامساً", "سادساً", "سابعاً", "ثامناً",
                  "تاسعاً", "عاشراً"]


def tables_turned():
    """Each effort is a table, turned; contacts stand in footnotes; automatic numerals, partners by region, years of accounts."""
    d = Word()
    d.header = "Business plan – cement industry – draft for partners"
    d.p("Mercury Releases from the Cement Industry\nBusiness plan of the partnership area, FY 2025/26 – FY 2027/28", style="Title")
    d.p("Version of 12 January 2026")
    d.bold("Contents")
    d.contents(*[f'{a}.\t{t}' for a, t in zip(ROMAN, ENGLISH)])
    d.h("Executive summary", number=0)
    d.p("Kilns burn what quarries give them. This plan gathers what eleven organizations will do about it over three fiscal years, and who may be "
        "called about what. Plants in developing countries receive most of the help. The area welcomes any organization that wishes to join.")
    d.h(ENGLISH[0])
    d.p("Limestone, shale and coal carry traces of mercury into the kiln. At 1,450 degrees they leave it as vapour, circle between the raw mill "
        "and the dust filter, and in the end go up the stack. Roughly one tenth of what people release to air starts there.",
        "Plants can shuttle dust out of the loop, choose their stone, or add sorbents. Few measure; fewer tell. The Minamata Convention on Mercury "
        "names cement clinker production in its Annex D, and its Parties ask for methods that a works laboratory can run. The Global Mercury "
        "Partnership wants to protect human health and the environment from releases of mercury; without this source its goal is out of reach.")
    d.h(ENGLISH[1])
    d.p("The area seeks to minimize and, where feasible, eliminate mercury releases from clinker kilns, and so to protect human health and the "
        "environment. Its two objectives are:")
    n = d.list_anew(7)
    d.items("By June 2028, 60 plants in nine countries measure stack mercury once a quarter (2024: 14 plants).",
            "By December 2027, emissions of the 60 plants fall by 25 per cent against 2024.",
            number=n)
    d.h(ENGLISH[2])
    d.h("Measure what leaves the stack", 2)
    d.p("Without numbers nothing is steered. Serves objective 1.")
    d.h("Bleed dust from the mill loop", 2)
    d.p("The cheapest cut, known since the nineties. Serves objective 2.")
    d.h("Train works laboratories in developing countries", 2)
    d.p("Serves both objectives, and builds capacity where there is least.")
    d.h(ENGLISH[3])
    d.p("One table for each effort; the person to call stands in the footnote to its title.")
    for a, ti, who, tl, co, tg, c in (("1",
              "Round robin of stack measurements{^Ms. Ida Sample, ida@kilnlab.example.org}",
              "Kiln Laboratory Network (KLN)",
              "FY 2025/26 – FY 2026/27",
              "USD 140 thousand",
              "24 plants; milestone: first round closed in March 2026",
              "x"),
             ("1",
              "Open register of emission factors{^Register desk, register@nica.example.org, +41 22 555 01 10}",
              "National Institute of Clean Air (NICA)",
              "Q3 2025 – Q4 2027",
              "USD 65 thousand",
              "register on line by November 2026; data free to all",
              "x"),
             ("2",
              "Dust shuttling trials at five works{^Mr. Otto Muster, +49 30 5550 177}",
              "Association of Clinker Makers (ACM)",
              "mid-2026 to early 2028",
              "USD 410 thousand",
              "five works; milestone: two works in October 2026",
              "x"),
             ("3",
              "Summer school for laboratory staff{^school@uniport.example.edu}",
              "University of Port Dell (UPD)",
              "every July, 2026–2028",
              "USD 90 thousand",
              "75 people trained; milestone: first class July 2026",
              "x")):
        d.table(f'Effort|{ti}', f'Priority action|{a}', f'Responsible partner|{who}', f'Time frame|{tl}', f'Cost|{co}', f'Target and milestone|{tg}')
    d.h(ENGLISH[4])
    d.p("Ideas for later, not part of this cycle:")
    d.items("A label for low-mercury clinker (objective 2).", "Mercury balance for white cement (objective 1).", number=3)
    d.h(ENGLISH[5])
    d.p("Every two years the area reports to UNEP on its activities, on what partners contributed, on how effective the efforts were and on what "
        "they add to the overall goal of the Partnership. Partners send their results to the co-chairs in January.")
    d.table("Objective|Indicator|Baseline 2024|Target|Source",
            "1|Plants that measure each quarter|14|60|Register",
            "2|Emissions of the 60 plants, kg per year|5,200|3,900|Stack tests")
    d.p("Numbers are gathered by a questionnaire and checked by NICA before they are published.")
    d.h(ENGLISH[6])
    d.p("Partners pay their own staff and lend laboratories in kind. Effort “Dust shuttling trials at five works” still lacks USD 150 thousand; "
        "the ACM looks for donors, among them the regional development banks and the Global Environment Facility.")
    d.h(ENGLISH[7])
    d.p("The co-chairs drafted this plan with all partners in two rounds of comments, took stock of the plan of 2022–2025 and convene the partners "
        "once a year. The plan is reviewed each September and adjusted where needed.")
    d.h(ENGLISH[8])
    d.p("With the area of coal combustion: common stack methods. With the mercury waste management area: fate of filter dust. Outside the "
        "Partnership: Basel Convention (dust as waste), UNIDO (cleaner production centres).")
    d.h(ENGLISH[9])
    d.p("Co-chairs: Ms. Ida Sample (Kiln Laboratory Network) and Mr. Otto Muster (Association of Clinker Makers), for the years 2026 and 2027.")
    d.h("Europe", 2)
    d.items("Kiln Laboratory Network (KLN)", "Association of Clinker Makers (ACM)", number=3)
    d.h("Asia and the Pacific", 2)
    d.items("National Institute of Clean Air (NICA)", "University of Port Dell (UPD)", number=3)
    d.h("Annex A. Glossary", number=0)
    d.p("Clinker: what the kiln makes. Shuttling: taking dust out of the loop.")
    return d


def bold_labels():
    """No heading: each section begins with a bold label; tracked changes, merged cells, a text box, hidden text."""
    d = Word(numbered=False)
    d.p("Business Plan", style="Title")
    d.p("UNEP Global Mercury Partnership", "Mercury Air Transport and Fate Research", "20 November 2025")
    d.p("\f")
    d.p("**Issue:** Mercury stays in the air for months. Winds carry it over oceans; rain, snow and leaves bring it down far from any stack. "
        "Models disagree by a factor of two on what comes back from soil and sea. Parties to the Minamata Convention on Mercury must judge whether "
        "the treaty works, and need {-better }{+sound }numbers for it. The Partnership’s goal, to protect human health and the environment, rests "
        "on knowing where the metal goes.")
    d.p("**Objective:** Give the Convention’s effectiveness evaluation a body of knowledge on mercury in air, so that anthropogenic releases are "
        "minimized and, where feasible, eliminated. By 2027: (1) 55 monitoring sites report hourly data under one protocol; (2) the spread between "
        "five global models is narrowed to 30 per cent.")
    d.p("**Priority actions:**")
    d.items("Fill the gaps of the monitoring network in the southern hemisphere (objective 1)",
            "Run a common model exercise (objective 2)",
            "Share data and findings with policy makers (objectives 1 and 2)",
            "{+Teach young scientists from developing countries (objective 1)}",
            number=d.list_anew(12))
    d.p("**Partner efforts and timelines:** The table gives all efforts of the biennium.")
    d.table("Effort|Links to|Partner|Start|End|Budget (kEUR)|Focal point",
            "Six passive sampler sites in Africa and South America; milestone: three by June 2026|Action 1|Far Sky Observatory (FSO)|Jan 2026|Dec "
            "2027|240|Dr. Lin Proof (lin@farsky.example.org)",
            "Model intercomparison; target: five models|Action 2|Institute for Wind and Water (IWW)|Mar 2026|Nov 2027|180|Dr. A. Mock "
            "(mock@iww.example.org)",
            "^^|Action 3|^^|2026|2027|20|^^",
            "Data portal, open to all|Action 3|Far Sky Observatory (FSO)|Q2 2026|ongoing|75|Dr. Lin Proof (lin@farsky.example.org)",
            "Field school; 40 students|Action 4|University of the Cape (UoC)|Sept 2026|Sept 2027|66|school@uoc.example.edu")
    d.p("**Opportunities:** Satellite retrievals of mercury, once an instrument flies, would serve objective 1. Isotopes in tree rings may serve "
        "objective 2.")
    d.p("**Evaluation:** A report goes to the UNEP secretariat every two years. It follows the activities, adds up contributions, weighs their "
        "effectiveness and says what they brought to the overall goal. Indicators: sites reporting hourly data (objective 1); spread of the models "
        "in per cent (objective 2). The network office counts sites each quarter from the portal’s log; the model spread is computed by the IWW. "
        "Each partner reports to the lead.")
    d.p("**Resource mobilization:** Most work is in kind. The field school needs EUR 30,000 more; research councils and foundations are being asked.")
    d.p("**Business planning process:** The lead prepared this plan with the partners in a workshop in May 2025. It looks back on the efforts of "
        "2023–2025. It is reviewed at the annual meeting each May and adapted when results call for it. Any laboratory may join.")
    d.p("**Linkages:** Within the Partnership: coal combustion and cement areas, for emission inventories. Outside: the Global Mercury Observation "
        "System (GMOS), WMO, AMAP.")
    d.box("Note to readers: the maps are being redrawn.")
    d.p("**Partners:** Lead: Dr. Lin Proof, Far Sky Observatory. Members:")
    d.items("Far Sky Observatory (FSO), lin@farsky.example.org",
            "Institute for Wind and Water (IWW), mock@iww.example.org",
            "University of the Cape (UoC), school@uoc.example.edu",
            number=3)
    d.p("{~internal: ask Lin about the maps}")
    return d


def form():
    """A form of three columns, with tables in its cells: one is turned."""
    d = Word(numbered=False)
    d.p("Кустарная и мелкомасштабная золотодобыча", style="Title")
    d.p("План деятельности области партнерства, март 2026 года")
    S = ["Пятнадцать миллионов старателей добывают золото ртутью. Она дешева, а лечение дорого. Минаматская конвенция о ртути (статья 7) просит "
         "страны принять национальные планы действий.\nПартнерство охраняет здоровье человека и окружающую среду от ртути; здесь ее больше всего.",
         ("Область стремится свести к минимуму и, где возможно, прекратить применение ртути в золотодобыче.",
          "Цель 1: 50 артелей работают без ртути к концу 2027 года.",
          "Цель 2: 2 000 человек прошли обучение к 30 июня 2028 года."),
         ({"number": 7, "items": ["Показать способы без ртути (цель 1)", "Учить и лечить в развивающихся странах (цель 2)", "Рассказывать о вреде ртути и делиться знаниями (цели 1 и 2)"]}),
         [["Поле", "Мероприятие 1", "Мероприятие 2", "Мероприятие 3"],
          ["Название", "Шесть показательных участков", "Передвижная клиника", "Радиопередачи на пяти языках"],
          ["Приоритетная мера", "1", "2", "3"],
          ["Партнер", "Союз артелей", "Врачи рек", "Голос тайги"],
          ["Сроки", "апрель 2026 г. – октябрь 2027 г.", "2026–2028 гг.", "с мая 2026 г. по май 2027 г."],
          ["Стоимость, долл. США", "130 000", "240 000", "15 000"],
          ["Показатель", "6 участков; веха: 2 участка к сентябрю 2026 г.", "2 000 осмотров", "40 передач"],
          ["Контакт", "Макетова О. Н., artel@soyuz.example.org", "vrachi@reki.example.org", "+7 391 555 01 01"]],
         "Знак «чистое золото» (цель 1) – после 2028 года.",
         "Каждые два года ведущий представляет доклад в секретариат ЮНЕП о деятельности, взносах партнеров, эффективности и вкладе в общую цель. "
         "Индикаторы: артели без ртути; число обученных. Сведения собирают полевые бригады по единой форме и передают ведущему.",
         "Клиника ищет 100 000 долл. США; к донорам и региональным организациям обратились. Союз дает помещения (взнос натурой).",
         "План написан вместе с артелями. Встреча – каждую весну: итоги прошлого года, пересмотр и поправки к плану; созывает ведущий. Новым "
         "участникам рады.",
         "Предложение и хранение ртути. ПРООН, planetGOLD, МОТ.",
         ("Ведущий: Макетова О. Н., Союз артелей",
          [["Организация", "Вид", "Связь"],
           ["Союз артелей", "отрасль", "artel@soyuz.example.org"],
           ["Врачи рек", "НПО", "vrachi@reki.example.org"],
           ["Голос тайги", "НПО", "+7 391 555 01 01"]])]
    for i, s in enumerate(S):
        d.table([f'{ROMAN[i]}', RUSSIAN[i], s])
    return d


def regions():
    """Sections in parts, actions counted in words, regions above the efforts."""
    d = Word(numbered=False)
    d.p("氯碱行业减汞业务计划（2026—2027年）", style="Title")
    d.p("2025年12月1日")
    d.bold("摘要")
    d.p("本计划关闭九个电解车间。")
    def h(i):
        d.h(f'第{PARTS[i]}部分\u3000{CHINESE[i]}')

    h(0)
    d.p("九家工厂还在用汞电解制氯，每个车间下面有几十吨汞。《关于汞的水俣公约》规定了淘汰期限。伙伴关系保护人类健康和环境。")
    h(1)
    d.p("唯一目标：到2027年底，九家工厂停止用汞，700吨汞得到安全储存，从而尽量减少并在可行时消除汞的释放。")
    h(2)
    d.p("第一，改用离子膜法。", "第二，储存退出的汞。", "第三，传播经验，培训发展中国家技术人员，提高居民认识。")
    h(3)
    d.bold("非洲")
    d.p("行动一：三家工厂的改造研究。单位：氯业协会。时间：2026年2月—12月。经费：64万美元。联系人：罗原型，luo@chlor.example.org。")
    d.p("行动二：港口临时仓库，700吨。单位：港务局。时间：2026年7月—2027年12月。经费：110万美元。联系人：depot@port.example.org。")
    d.bold("亚洲")
    d.p("行动三：手册、互访和开放日。单位：氯业协会。时间：2026年5月—2027年5月。经费：7.5万美元。联系人：罗原型，luo@chlor.example.org。")
    h(4)
    d.p("无，因为资源集中用于三项行动。")
    h(5)
    d.p("每两年向环境署提交报告，内容包括活动、合作伙伴的贡献、成效和对总体目标的贡献，首份报告2028年3月提交。指标：停止用汞的工厂数；入库吨数。合作伙伴每半年向牵头方提交许可证和入库单。")
    h(6)
    d.p("临时仓库尚缺50万美元，正与区域开发银行和捐助方商谈。协会以实物形式提供人力。")
    h(7)
    d.p("全体合作伙伴共同起草计划，先总结了2023年以来的工作。每年由牵头方召开一次会议审查和修订。随时欢迎新伙伴。")
    h(8)
    d.p("供应和储存领域、废物领域。工发组织、《巴塞尔公约》。")
    h(9)
    d.p("牵头方：氯业协会罗原型（2026—2027年）")
    d.p("1、氯业协会", "2、港务局")
    return d


def arabic():
    """Contents typed by hand, bold titles, an effort a table, two calendars, the end of a letter."""
    d = Word(right_to_left=True, numbered=False)
    d.p("خطة عمل مجال الشراكة المعني بإطلاقات الزئبق من صناعة الأسمنت", "رجب ١٤٤٧هـ – كانون الثاني/يناير ٢٠٢٦")
    d.bold("المحتويات")
    for i in range(10):
        d.p(f'{FIRST_TO_TENTH[i]} - {ARABIC[i]}\t{i + 2}')
    d.p("\f")
    def h(i):
        d.bold(f"{FIRST_TO_TENTH[i]} - {ARABIC[i].split(' (')[0]}:")

    h(0)
    d.p("تطلق أفران الأسمنت الزئبق الموجود في الحجر والوقود. وقليل من المصانع يقيس. ويدرج المرفق دال من اتفاقية ميناماتا بشأن الزئبق هذا المصدر. "
        "والشراكة تحمي صحة الإنسان والبيئة.")
    h(1)
    d.p("التقليل إلى أدنى حد من انبعاثات الزئبق من الأفران والقضاء عليها حيثما كان ذلك ممكناً.",
        "الهدف الأول: تقيس ١٨ مصنعاً انبعاثاتها كل ثلاثة أشهر ابتداء من عام ٢٠٢٧.",
        "الهدف الثاني: تنخفض انبعاثاتها بنسبة ٢٠ في المائة بحلول كانون الأول/ديسمبر ٢٠٢٨.")
    h(2)
    d.items("القياس بطريقة موحدة (الهدف الأول)",
            "سحب الغبار من الدورة (الهدف الثاني)",
            "نشر البيانات وتدريب مختبرات البلدان النامية وتوعية السكان (الهدفان الأول والثاني)",
            number=d.list_anew(10))
    h(3)
    for a, r in enumerate((("حملة قياس في ١٨ مصنعاً",
              "اتحاد الأفران",
              "من ١ آذار/مارس ٢٠٢٦ إلى ٣٠ حزيران/يونيه ٢٠٢٧",
              "٢١٠ ٠٠٠ دولار",
              "٧٢ قياساً؛ المعلم: ٣٠ قياساً بحلول تشرين الثاني/نوفمبر ٢٠٢٦",
              "السيد عمر تجربة، omar@kilns.example.org"),
             ("تجارب سحب الغبار في أربعة مصانع",
              "اتحاد الأفران",
              "من منتصف عام ٢٠٢٦ إلى نهاية عام ٢٠٢٨",
              "٣٥٠ ٠٠٠ دولار",
              "أربعة مصانع",
              "السيد عمر تجربة، omar@kilns.example.org"),
             ("موقع مفتوح ومدرسة صيفية", "كلية السهل", "كل صيف، ٢٠٢٦-٢٠٢٨", "٤٢ ٠٠٠ دولار", "٦٠ متدرباً", "+962 6 555 0101")), 1):
        d.table(f'النشاط|{r[0]}',
                f'الإجراء ذو الأولوية|{a}',
                f'الشريك المسؤول|{r[1]}',
                f'الجدول الزمني|{r[2]}',
                f'الميزانية|{r[3]}',
                f'الغاية|{r[4]}',
                f'للاتصال|{r[5]}')
    h(4)
    d.p("لا يوجد في هذه الدورة، لأن الشركاء يفضلون تركيز الوسائل.")
    h(5)
    d.p("تقرير كل عامين إلى أمانة برنامج الأمم المتحدة للبيئة: الأنشطة، ومساهمات الشركاء، والفعالية، والإسهام في الهدف العام.",
        "المؤشرات: عدد المصانع التي تقيس (الهدف الأول)؛ الانبعاثات بالكيلوغرام (الهدف الثاني). وتحسب من تقارير المختبرات التي يرسلها الشركاء إلى "
        "الجهة الرائدة كل ستة أشهر.")
    h(6)
    d.p("ينقص تجارب سحب الغبار مبلغ ١٠٠ ٠٠٠ دولار يلتمس من المانحين والمصارف الإقليمية. وتقدم المصانع مساهمات عينية.")
    h(7)
    d.p("صاغت الجهة الرائدة الخطة وعلق عليها الشركاء. وتدعو إلى اجتماع كل سنة لتقييم ما أنجز ومراجعة الخطة وتكييفها. والمجال مفتوح لكل منظمة.")
    h(8)
    d.p("مجال احتراق الفحم (طرق مشتركة). منظمة الأمم المتحدة للتنمية الصناعية.")
    h(9)
    d.p("الجهة الرائدة: اتحاد الأفران، يمثله السيد عمر تجربة")
    d.table("الشريك|الفئة|نقطة الاتصال", "اتحاد الأفران|صناعة|omar@kilns.example.org", "كلية السهل|أوساط أكاديمية|+962 6 555 0101")
    d.p("وتفضلوا بقبول فائق الاحترام", "عمر تجربة")
    return d


def headings_in_tables():
    """Each heading is a table of two cells; sentences count the objectives; amounts behind verbs."""
    d = Word(numbered=False)
    d.p("Plan de actividades: productos con mercurio añadido", style="Title")
    d.p("5 de enero de 2026")
    for i, x in enumerate(SPANISH):
        d.table([f'{ROMAN[i]}', x.split(' (')[0]])
        if i == 0:
            d.p("En los mercados se venden cremas, pilas y lámparas con mercurio. El Convenio de Minamata sobre el Mercurio, en su artículo 4, "
                "prohíbe muchas de ellas; la aduana no siempre lo sabe. La Asociación Mundial sobre el Mercurio quiere proteger la salud humana y "
                "el medio ambiente.")
        if i == 1:
            d.p("Se busca reducir al mínimo y, cuando sea viable, eliminar la demanda de mercurio en productos. 1) Que 12 aduanas detecten "
                "productos prohibidos antes de julio de 2027. 2) Que 200 clínicas dejen los termómetros de mercurio antes de 2028.")
        if i == 2:
            d.p("1.º Ensayar cremas en el mercado (objetivo 1).",
                "2.º Cambiar termómetros (objetivo 2).",
                "3.º Formar aduaneros de países en desarrollo y sensibilizar a usuarias (objetivo 1).")
        if i == 3:
            d.p("(1.º) Liga de Consumidoras, 300 ensayos, enero a diciembre de 2026, 24.000 euros; ensayos@liga.example.org.")
            d.p("(2.º) Colegio de Enfermería, 200 clínicas (hito: 80 en septiembre de 2026), 2026-2027, 110.000 euros; Lic. Rosa Simulacro, "
                "rosa@colegio.example.org.")
            d.p("(3.º) Escuela de Aduanas, ocho cursos y una base de datos compartida, de agosto de 2026 a agosto de 2027, 47.000 euros; tel. +34 "
                "91 555 01 01.")
        if i == 4:
            d.p("Más adelante: etiqueta electrónica (objetivo 1).")
        if i == 5:
            d.p("Se informa al PNUMA cada dos años: actividades, contribuciones, eficacia, aporte al objetivo general. Indicadores: aduanas que "
                "detectan; clínicas cambiadas. Método: encuesta anual que los asociados remiten a la dirección.")
        if i == 6:
            d.p("El cambio de termómetros costará 110.000 euros, de los que faltan 60.000; se busca apoyo de donantes y de organismos regionales; "
                "el Colegio aporta tiempo en especie.")
        if i == 7:
            d.p("Plan preparado por la dirección con los asociados. Reunión anual para revisarlo, valorar lo hecho antes y ajustarlo. Abierto a "
                "nuevos miembros.")
        if i == 8:
            d.p("Desechos; suministro. OMS.")
        if i == 9:
            d.p("Dirección: Lic. Rosa Simulacro (Colegio de Enfermería). La dirección tiene un mandato de dos años.")
            d.items("Liga de Consumidoras", "Colegio de Enfermería", "Escuela de Aduanas", number=3)
    return d


PLANS = {"tables-turned-en": tables_turned, "bold-labels-en": bold_labels, "form-ru": form, "regions-zh": regions, "letter-ar": arabic,
         "headings-in-tables-es": headings_in_tables}

if __name__ == "__main__":
    for name, make in PLANS.items():
        make().save(OUT / f"word-{name}.docx")
