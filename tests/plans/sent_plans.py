#!/usr/bin/env python3
"""Makes gmp-annex2/sent-*: plans in the forms that people send them in, each as the program that it comes from writes it.

    python3 tests/plans/sent_plans.py      needs nothing else

A message with the plan quoted, a page of Google Docs, an annex with numbered clauses, filtered HTML of Word from right to left,
notes with questions as titles, a resolution with articles. Then PLANCHECK_UPDATE=1 ctest writes the reports, and the difference is
to be read.
"""
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from word import BOLD, Word  # noqa: E402

OUT = Path(__file__).resolve().parent / "gmp-annex2"

MAIL_HEAD = '''Bonjour à toutes et à tous,

Voici la version consolidée, avec les remarques de l'Institut. Merci de me dire avant vendredi si quelque chose vous gêne.

Bien à vous,
Camille

-----Message d'origine-----
De : Secrétariat du domaine <secretariat@or-propre.example.org>
Envoyé : lundi 9 février 2026 09:14
À : Partenaires
Objet : Plan d'activité 2026-2028, domaine de l'extraction minière artisanale d'or

'''
MAIL = '''EXTRACTION MINIERE ARTISANALE ET A PETITE ECHELLE D'OR
Plan d'activité du domaine de partenariat, 2026-2028
9 février 2026

I. ENONCE DE LA QUESTION (250 MOTS AU MAXIMUM)

L'orpaillage fait vivre une quinzaine de millions de personnes. Beaucoup
amalgament l'or avec du mercure puis chauffent l'amalgame à l'air libre,
souvent dans la cour de la maison. C'est la première source d'émissions
anthropiques de mercure. Des procédés sans mercure existent, mais ils
coûtent, et ceux qui creusent n'ont ni titre ni crédit.

La Convention de Minamata demande aux Parties concernées un plan d'action
national. Le Partenariat mondial sur le mercure, dont le but est de
protéger la santé humaine et l'environnement, n'y parviendra pas sans les
mineurs.

II. OBJECTIF DU DOMAINE DE PARTENARIAT

Réduire au minimum et, lorsque cela est possible, éliminer l'usage et les
rejets de mercure dans l'orpaillage.

a) D'ici à 2028, 40 communautés (9 en 2025) traitent leur minerai sans
   mercure.
b) D'ici à 2027, huit pays ont adopté leur plan d'action national.

III. ACTIONS PRIORITAIRES

1) Former les mineurs aux procédés gravimétriques (objectif a).
2) Ouvrir l'accès au crédit et aux titres miniers (objectif a).
3) Appuyer la rédaction des plans d'action nationaux dans les pays en
   développement (objectif b).

IV. INITIATIVES DES PARTENAIRES ET DELAIS DE REALISATION

Action 1
  * Chantiers-écoles dans trois districts. Qui : Coopérative des Orpailleurs
    Unis (COU). Quand : de mars 2026 à fin 2027. Coût : 150 millions de
    francs CFA. Cible : 600 mineurs formés ; jalon : premier chantier ouvert
    en juin 2026. Contact : chantiers (at) cou.example.org
  * Film en six langues. Qui : Radio des Rives. Quand : 2e semestre 2026.
    Coût : en nature. Contact : BP 1180, Bamako, tél. +223 55 50 11 22
Action 2
  * Fonds de garantie pour tables à secousses. Qui : Banque du Fleuve. Quand :
    2026-2028. Coût : 400 000 à 500 000 EUR, non financé. Contact :
    garantie@fleuve.example.com
Action 3
  * Conseil juridique à quatre ministères. Qui : Institut du Droit Minier
    (IDM). Quand : T2 2026 - T4 2027. Coût : 90 000 EUR. Cible : quatre plans
    adoptés. Contact : Mme A. Modèle, +33 1 55 50 10 10, poste 214

V. OPPORTUNITES

  * Label pour l'or sans mercure, si un affineur s'y prête (objectif a)
  * Cartographie par drone des puits abandonnés (objectif b)

VI. EVALUATION

Le domaine rend compte au PNUE tous les deux ans, la première fois en mars
2028 : activités menées, contributions des partenaires, efficacité, apport à
l'objectif général du Partenariat.

Indicateurs : (a) nombre de communautés qui traitent sans mercure, 9 en
2025, 40 en 2028 ; (b) nombre de plans d'action adoptés, 3 en 2025, 8 en
2027.

Chaque partenaire envoie ses chiffres à la cheffe de file en janvier au
moyen d'un questionnaire ; l'IDM en vérifie un sur dix sur place.

VII. MOBILISATION DES RESSOURCES

Les partenaires apportent du personnel et des locaux (en nature) et 320 000
EUR. Le fonds de garantie pour tables à secousses reste à financer ; le
FEM, la Banque africaine de développement et deux fondations sont sollicités.

VIII. PROCESSUS D'ETABLISSEMENT DES PLANS D'ACTIVITE

La cheffe de file a rédigé ce plan avec tous les partenaires, après un bilan
de 2023-2025. Les partenaires se réunissent deux fois par an ; en octobre
ils revoient le plan et l'ajustent si nécessaire. Toute organisation qui
partage le but peut se joindre à nous. Le film et des émissions de radio
font connaître les dangers du mercure ; les données sont publiées.

IX. LIAISON

  * Offre et stockage du mercure : suivi du commerce
  * OMS : santé des mineurs
  * Programme planetGOLD : achats communs

X. PARTENAIRES

Cheffe de file : Mme A. Modèle, Institut du Droit Minier

  * Coopérative des Orpailleurs Unis (COU), chantiers (at) cou.example.org
  * Radio des Rives, +223 55 50 11 22
  * Banque du Fleuve, garantie@fleuve.example.com
  * Institut du Droit Minier (IDM), idm@droitminier.example.org

-- 
Secrétariat du domaine
12, rue des Exemples - BP 77 - Dakar
www.or-propre.example.org
Ce message est confidentiel. S'il ne vous est pas destiné, supprimez-le.
'''

RESOLUTION = '''Ref.: EXP-2026-0042-DGCA

VISTO el Convenio de Minamata sobre el Mercurio, y

CONSIDERANDO que la Asociación Mundial sobre el Mercurio tiene por objetivo
proteger la salud humana y el medio ambiente de las liberaciones de mercurio,

LOS ASOCIADOS DE LA ESFERA acuerdan el siguiente

PLAN DE ACTIVIDADES 2026-2028
EXTRACCIÓN DE ORO ARTESANAL Y EN PEQUEÑA ESCALA

ARTÍCULO 1.- RESUMEN DE LA CUESTIÓN. Quince millones de personas extraen oro
con mercurio. Es la mayor fuente de emisiones antropógenas. Hay métodos sin
mercurio, pero faltan crédito y títulos mineros. Sin los mineros no se alcanza
el objetivo de la Asociación.

ARTÍCULO 2.- OBJETIVO DE LA ESFERA DE ASOCIACIÓN. Reducir al mínimo y, cuando
sea viable, eliminar el uso y las liberaciones de mercurio:
a) en 2028, 40 comunidades (9 en 2025) benefician su mineral sin mercurio;
b) en 2027, ocho países (tres en 2025) han aprobado su plan de acción nacional.

ARTÍCULO 3.- MEDIDAS PRIORITARIAS.
3.1. Formar a mineros en concentración gravimétrica (objetivo a).
3.2. Abrir el acceso al crédito y a los títulos (objetivo a).
3.3. Apoyar los planes de acción nacionales de países en desarrollo (objetivo b).

ARTÍCULO 4.- INICIATIVAS DE LOS ASOCIADOS Y PLAZOS.
4.1. Medida 3.1. La Cooperativa Oro Limpio (COL) abre tres obras escuela de
marzo de 2026 a diciembre de 2027, con 150 millones de pesos; meta: 600 mineros;
hito: primera obra en julio de 2026. Contacto: obras@col.example.org.
4.2. Medida 3.2. El Banco del Río crea un fondo de garantía en 2026-2028, con
400.000 a 500.000 dólares aún sin financiación. Contacto: Casilla 1180, La Paz.
4.3. Medida 3.3. El Instituto de Derecho Minero (IDM) asesora a cuatro
ministerios del segundo trimestre de 2026 al cuarto de 2027, con 90.000 dólares.
Contacto: Dra. A. Modelo, tel. 591 2 555 1010, int. 214.

ARTÍCULO 5.- OPORTUNIDADES. Quedan para más adelante:
a) una etiqueta para el oro sin mercurio (objetivo a);
b) un mapa de pozos abandonados con drones (objetivo b).

ARTÍCULO 6.- EVALUACIÓN.
6.1. La esfera informa al PNUMA cada dos años, por primera vez en marzo de 2028,
sobre las actividades, las contribuciones de los asociados, su eficacia y su
aporte al objetivo general.
6.2. Son indicadores: a) el número de comunidades sin mercurio (9 en 2025, 40 en
2028); b) el número de planes aprobados (3 en 2025, 8 en 2027).
6.3. Los asociados comunican sus resultados a la líder en enero mediante un
cuestionario; el IDM verifica uno de cada diez.

ARTÍCULO 7.- MOVILIZACIÓN DE RECURSOS. Los asociados aportan personal y locales
en especie y 320.000 dólares. El fondo de garantía busca financiación en el FMAM,
la CAF y dos fundaciones.

ARTÍCULO 8.- PROCESO DE PLANIFICACIÓN DE LAS ACTIVIDADES. La líder elaboró el
plan con todos los asociados tras hacer balance de 2023-2025. Los asociados se
reúnen dos veces al año; en octubre revisan el plan y lo ajustan si es preciso.
Toda organización puede adherirse. Programas de radio dan a conocer los peligros
del mercurio; los datos se publican.

ARTÍCULO 9.- VÍNCULOS.
9.1. Oferta y almacenamiento de mercurio: seguimiento del comercio.
9.2. OMS: salud de los mineros.
9.3. planetGOLD: compras conjuntas.

ARTÍCULO 10.- ASOCIADOS. Líder: Dra. A. Modelo, Instituto de Derecho Minero.
10.1. Cooperativa Oro Limpio (COL), obras@col.example.org.
10.2. Banco del Río, Casilla 1180, La Paz.
10.3. Instituto de Derecho Minero (IDM), idm@derecho.example.org.

Dado en La Paz, a los doce días del mes de febrero de dos mil veintiséis.
'''

NOTES = '''# 手工和小规模采金伙伴关系领域业务计划

> 📌 **文档信息**：2026年2月10日定稿 ｜ 计划期：2026—2028年（民国115—117年）

## 一、我们面对什么问题？（问题概述）

全世界约有一千五百万人靠手工采金谋生，其中许多人用汞提金，再在露天把汞烧掉。这是人为汞排放的最大来源。不用汞的办法早已有之，缺的是贷款、矿权和培训。《关于汞的水俣公约》要求有关缔约方制定国家行动计划；全球汞伙伴关系要保护人类健康和环境，离不开矿工。

## 二、我们要达到什么？（目标）

尽量减少并在可行时消除采金中的汞使用和排放。

- **目标一**　到2028年，40个社区（2025年9个）不用汞选矿。
- **目标二**　到2027年，8个国家通过国家行动计划（2025年3个）。

## 三、先做什么？（优先行动）

- ✅ **行动一**　培训矿工使用重力选矿（目标一）
- ✅ **行动二**　打通贷款和矿权（目标一）
- ✅ **行动三**　协助发展中国家编写行动计划，共享经验（目标二）

## 四、谁在什么时候做？（合作伙伴的工作和时间表）

| 序号 | 对应行动 | 工作内容 | 承担伙伴 | 起止时间 | 经费 | 联系人 |
| :-: | :-: | :-- | :-- | :-- | --: | :-- |
| 1 | 行动一 | 三个县的示范工地；指标：600名矿工；里程碑：2026年6月开工 | 淘金者合作社（淘合） | 2026年3月—2027年底 | 150万元 | 张样，zhang#tao.example.org（#换@） |
| 2 | 行动一 | 六种语言的短片 | 河岸广播台 | 2026年下半年 | 实物 | 电话：0086-20-5550 1122 |
| 3 | 行动二 | 摇床担保基金 | 江河银行 | 2026—2028年 | 400万—500万元（待筹） | dan@bank.example.com |
| 4 | 行动三 | 为四国部委提供法律咨询；指标：4份计划 | 矿业法研究所（矿法所） | 2026年第二季度至2027年第四季度 | 90万元 | 李例，010-5550 1010转214 |

## 五、还能做什么？（机会）

- 无汞黄金标识（目标一）
- 无人机测绘废井（目标二）

## 六、怎样知道有没有效？（评价）

1. **报告**：每两年向环境署报告一次，首次2028年3月；内容为活动、各伙伴的贡献、成效和对总体目标的贡献。
2. **指标**：
   - 不用汞的社区数：9 → 40（目标一）
   - 通过行动计划的国家数：3 → 8（目标二）
3. **方法**：各伙伴每年一月用问卷向牵头方报送结果，矿法所抽查十分之一。

## 七、钱从哪里来？（资源调动）

已落实240万元，另有人员和场地等实物。摇床担保基金尚待筹资，已联系全球环境基金、非洲开发银行和两家基金会。

## 八、计划怎样定、怎样改？（业务规划进程）

牵头方与全体伙伴共同起草，先总结了2023—2025年的工作。伙伴每年开两次会，十月那次审查计划并视需要调整。欢迎任何机构随时加入。短片和广播让更多人了解汞的危害。

## 九、和谁配合？（联系）

- 汞供应与贮存领域：跟踪贸易
- 世界卫生组织：矿工健康
- planetGOLD 方案：联合采购

## 十、我们是谁？（合作伙伴）

**牵头方**：李例（矿业法研究所）

- 淘金者合作社（淘合），zhang#tao.example.org
- 河岸广播台，0086-20-5550 1122
- 江河银行，dan@bank.example.com
- 矿业法研究所（矿法所），010-5550 1010
'''


def span(t,c="c1"): return f'<span class="{c}">{t}</span>'
def p(t,c="c4"): return f'<p class="{c}">{span(t)}</p>'
def h(n,t,i): return f'<h{n} class="c7" id="h.{i}"><span class="c9">{t}</span></h{n}>'
def ul(k,*items): return f'<ul class="c3 lst-kix_{k}-0 start">'+''.join(f'<li class="c0 li-bullet-0">{span(t)}</li>' for t in items)+'</ul>'
def ol(k,*items,start=1): return f'<ol class="c3 lst-kix_{k}-0 start" start="{start}">'+''.join(f'<li class="c0 li-bullet-0">{span(t)}</li>' for t in items)+'</ol>'
def tab(rows): return '<a id="t.5c0e1"></a><a id="t.0"></a><table class="c15">'+''.join('<tr class="c6">'+''.join(f'<td class="c11" colspan="1" rowspan="1">{"".join(p(x,"c13") for x in c.split("//"))}</td>' for c in r)+'</tr>' for r in rows)+'</table>'
HEADG='''<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">@import url('https://themes.googleusercontent.com/fonts/css?kit=x');.lst-kix_a1-0>li:before{content:"\\0025cf  "}ul.lst-kix_a1-0{list-style-type:none}ol.lst-kix_b1-0.start{counter-reset:lst-ctn-kix_b1-0 0}.lst-kix_b1-0>li{counter-increment:lst-ctn-kix_b1-0}.lst-kix_b1-0>li:before{content:"" counter(lst-ctn-kix_b1-0,decimal) ". "}ol{margin:0;padding:0}table td,table th{padding:0}.c1{color:#000000;font-weight:400;text-decoration:none;vertical-align:baseline;font-size:11pt;font-family:"Arial";font-style:normal}.c9{font-weight:400;font-size:20pt}.c2{font-weight:700}.c5{color:#1155cc;text-decoration:underline}</style></head><body class="c8 doc-content">'''


def docs_page():
    made=HEADG+'<div><p class="c4 c20"><span class="c1">Draft for partner comments</span></p></div>'+'<p class="c4 title" id="h.aa"><span class="c21">Mercury in Products: business plan of the partnership area 2026&ndash;2028</span></p>'+'<p class="c4 subtitle" id="h.ab"><span class="c22">Dental amalgam work stream &middot; 3 February 2026</span></p>'
    made+=h(1,'I. Summary of the issue','s1')+p('Dentists in many countries still fill teeth with amalgam, half of which is mercury. What they drill out goes down the drain, into the bin or, when the dead are cremated, into the air. Alternatives without mercury are on sale everywhere, yet insurers and schools of dentistry are slow to change.')+p('The Global Mercury Partnership exists to protect human health and the environment from releases of mercury, and the <span class="c5"><a class="c30" href="https://www.google.com/url?q=https://example.org/&amp;sa=D&amp;ust=1&amp;usg=x">Minamata Convention</a></span> asks its Parties to phase down dental amalgam. Amalgam is the largest use of mercury in products that is left in several regions.')
    made+=h(1,'II. Objective of the partnership area','s2')+p('We want to minimize and, where feasible, eliminate the use of mercury in dentistry, and with it global releases.')+ol('b1','By the end of 2028, ten countries have stopped the use of dental amalgam in children (three in 2025).','By the end of 2027, 70% of clinics in the pilot cities run a separator that meets ISO 11143 (22% in 2025).')
    made+=h(1,'III. Priority actions','s3')+'<ol class="c3 lst-kix_c1-0 start" start="1"><li class="c0 li-bullet-0"><span class="c2">Phase-down plans.</span><span class="c1">&nbsp;Help ministries of health to write and adopt national plans (objective 1)</span></li></ol>'+ul('c2','model law','costing tool')+'<ol class="c3 lst-kix_c1-0" start="2"><li class="c0 li-bullet-0"><span class="c2">Separators.</span><span class="c1">&nbsp;Pay for and maintain amalgam separators in clinics of developing countries (objective 2)</span></li></ol>'+'<ol class="c3 lst-kix_c1-0" start="3"><li class="c0 li-bullet-0"><span class="c2">Schools of dentistry.</span><span class="c1">&nbsp;Teach restorations without mercury and share the teaching material openly (objective 1)</span></li></ol>'
    made+=h(1,'IV. Partner efforts and timelines','s4')+h(2,'4.1 Phase-down plans','s41')+tab([['What','Who','When','How much','Whom to ask'],['Workshops with five ministries//Target: five draft plans; milestone: first draft adopted by November 2026','World Alliance for Mercury-Free Teeth (WAMT)','Mar 2026 – Dec 2027','US$ 120,000 – 150,000','Jo Sample, jo(at)wamt.example.org'],['Costing tool for insurers','Institute of Oral Health Economics','Q2–Q4 2026','in kind (two staff months)','+44 20 5550 1234 ext. 17']])+h(2,'4.2 Separators','s42')+tab([['What','Who','When','How much','Whom to ask'],['Installation in 400 clinics in Lagos, Lima and Dhaka//Milestone: 100 clinics by January 2027','Separator Makers Association','2026–2028','US$ 900,000; US$ 300,000 still to be found','P.O. Box 1420, 3001 Bern; clinics@sma.example.com']])+h(2,'4.3 Schools of dentistry','s43')+tab([['What','Who','When','How much','Whom to ask'],['Open course, 12 modules//Target: 60 schools','University of Port Dell','from September 2026, ongoing','US$ 45,000','course@upd.example.edu']])
    made+=h(1,'V. Opportunities','s5')+ul('d1','A label for clinics that have stopped using amalgam (objective 1)','Filters for crematoria (not covered today; would add to objective 2)')
    made+=h(1,'VI. Evaluation','s6')+p('The co-chairs report to UNEP every two years, next in March 2028. The report follows each activity, lists what partners contributed, says how effective it was and what it added to the overall goal of the Partnership.')+tab([['Indicator','Baseline (2025)','Target','Objective'],['Countries without amalgam for children','3','10 (2028)','1'],['Share of clinics with a separator','22%','70% (2027)','2']])+p('Partners send their figures to the co-chairs each January on one form; the Institute of Oral Health Economics checks a sample by phone.')
    made+=h(1,'VII. Resource mobilization','s7')+p('The efforts need about US$ 1.1 million. Partners pay their own staff and lend rooms in kind. The installation of separators still lacks US$ 300,000; foundations, the GEF and regional development banks have been asked.')
    made+=h(1,'VIII. Business planning process','s8')+p('The co-chairs wrote the plan with all partners over three calls, took stock of what was done since 2023 and sent two drafts round. Partners meet twice a year, online; each November they review the plan and change it where needed. Anyone who shares the aim may join at any time.')+p('Leaflets and a website make dentists and patients aware of mercury.')
    made+=h(1,'IX. Linkages','s9')+ul('e1','Mercury waste management area: what happens to captured amalgam','WHO Global Oral Health Programme: shared guidance','Basel Convention: transport of amalgam waste')
    made+=h(1,'X. Partners','s10')+p('Co-chairs: Jo Sample (World Alliance for Mercury-Free Teeth) and Dr Ann Muster (Institute of Oral Health Economics), 2026–2027')+ul('f1','World Alliance for Mercury-Free Teeth (WAMT), NGO – jo(at)wamt.example.org','Institute of Oral Health Economics (IOHE), research – +44 20 5550 1234','Separator Makers Association (SMA), industry – clinics@sma.example.com','University of Port Dell (UPD), academia – course@upd.example.edu')+'<hr class="c31"><div><p class="c4"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span class="c1">check figure</span></p></div></body></html>'
    return made


def numbered_clauses():
    d = Word(numbered=False)
    d.p("Приложение\nк протоколу совещания партнеров\nот 22 января 2026 г. № 3"); 
    d.p("ПЛАН ДЕЯТЕЛЬНОСТИ",look=BOLD); d.p("в области партнерства «Выбросы ртути при сжигании угля» на 2026–2028 годы",look=BOLD)
    R=["Краткое изложение вопроса","Цель области партнерства","Приоритетные меры","Деятельность партнеров и сроки","Возможности","Оценка","Мобилизация ресурсов","Процесс планирования деятельности","Взаимосвязи","Партнеры"]
    def raz(i): d.p(f"{i+1}. {R[i].upper()}",look=BOLD)
    raz(0); d.p("1.1. При сжигании угля содержащаяся в нем ртуть уходит с дымовыми газами. На электростанции и котельные приходится около пятой части антропогенных выбросов.","1.2. Фильтры и скрубберы, установленные ради пыли и серы, улавливают от 30 до 90 процентов ртути. Сколько именно, измеряют немногие.","1.3. Минаматская конвенция о ртути требует от Сторон применять наилучшие имеющиеся методы. Глобальное партнерство по ртути ставит целью защиту здоровья человека и окружающей среды; без угольной энергетики эта цель недостижима.")
    raz(1); d.p("2.1. Область содействует тому, чтобы свести к минимуму и, где это осуществимо, устранить антропогенные выбросы ртути в атмосферу.","2.2. К концу 2028 года:","а) на 45 станциях (в 2025 году – на 17) выбросы ртути измеряются непрерывно;","б) выбросы ртути этих станций снижены на 30 процентов по сравнению с 2025 годом.")
    raz(2); d.p("3.1. Наладить измерения на станциях (цель «а»).","3.2. Настроить имеющиеся фильтры на улавливание ртути (цель «б»).","3.3. Обучать персонал станций в странах с переходной экономикой и обмениваться данными (обе цели).")
    raz(3); d.p("4.1. Мероприятия партнеров приведены в таблице.")
    d.table("№ п/п|Наименование мероприятия|Мера|Ответственный исполнитель|Срок исполнения|Стоимость, тыс. руб.|Контактное лицо","1|2|3|4|5|6|7",
    "1|Установка анализаторов на 12 станциях. Целевой показатель: 12 станций. Рубеж: первые три – в ноябре 2026 г.|3.1|Энергетический институт «Факел»|II кв. 2026 г. – IV кв. 2027 г.|18 400|Образцов А. А., (495) 555-01-10, доб. 214",
    "2|Сличение лабораторий|3.1|Метеорологическая служба|ежегодно в сентябре|1 250|svod@meteo.example.org",
    "3|Опыты с бромированным сорбентом на двух блоках|3.2|АО «Сорбент-Пример»|2027 год|7 900, финансирование не определено|а/я 318, Новый Город, 630000",
    "4|Курсы для операторов, 8 групп по 15 человек|3.3|Политехнический университет|до конца 2028 года|2 100|kursy@politeh.example.edu","|Итого||||29 650|")
    raz(4); d.p("5.1. За пределами настоящего плана возможны:","а) учет ртути в золе и гипсе (цель «б»);","б) спутниковое наблюдение за крупными станциями (цель «а»).")
    raz(5); d.p("6.1. Область раз в два года отчитывается перед ЮНЕП; первый отчет – в феврале 2028 г. Отчет охватывает ход мероприятий, вклад партнеров, их результативность и вклад в достижение общей цели.","6.2. Показатели:")
    d.table("№|Показатель|2025 г.|2028 г.|Цель","1|Число станций с непрерывным измерением|17|45|а","2|Выбросы ртути этих станций, кг в год|2 300|1 610|б")
    d.p("6.3. Партнеры направляют результаты руководителю до 1 февраля по единой форме; Метеорологическая служба проверяет их выборочно.")
    raz(6); d.p("7.1. Общая стоимость – 29 650 тыс. руб.; обеспечено 21 750 тыс. руб.","7.2. Не обеспечены опыты с бромированным сорбентом. Обращения направлены в ГЭФ, Евразийский банк развития и другим донорам. Партнеры предоставляют персонал и помещения (взносы натурой).")
    raz(7); d.p("8.1. План подготовлен руководителем совместно со всеми партнерами после подведения итогов работы за 2023–2025 годы.","8.2. Совещания партнеров созываются руководителем не реже одного раза в год. На осеннем совещании план пересматривается и при необходимости уточняется.","8.3. К плану может присоединиться любая организация. Данные публикуются; для жителей проводятся дни открытых дверей и беседы об опасности ртути.")
    raz(8); d.p("9.1. Цементная промышленность: общие методики измерений.","9.2. Исследования переноса ртути в атмосфере: обмен данными о выбросах.","9.3. Международное энергетическое агентство (МЭА): каталог станций.")
    raz(9); d.p("10.1. Руководитель: Образцов Андрей Андреевич, Энергетический институт «Факел».","10.2. Состав партнеров:")
    d.table("№ п/п|Наименование|Категория|Контакты","1|Энергетический институт «Факел»|научная организация|obrazec@fakel.example.org","2|Метеорологическая служба|государственный орган|svod@meteo.example.org","3|АО «Сорбент-Пример»|промышленность|а/я 318, Новый Город, 630000","4|Политехнический университет|научная организация|kursy@politeh.example.edu")
    return d


def filtered_page():
    def a(t):
        return f"<p class=MsoNormal dir=RTL style='text-align:right;direction:rtl;unicode-bidi:embed'><span lang=AR-SA style='font-family:\"Arial\",sans-serif'>{t}</span></p>\n"
    def ab(t):
        return a(f'<b>{t}</b>')
    def al(*x):
        return ''.join(f"<p class=MsoListParagraph dir=RTL style='text-align:right;text-indent:-18.0pt;direction:rtl;unicode-bidi:embed'><span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span><span dir=RTL></span><span lang=AR-SA>{t}</span></p>\n" for t in x)
    def at(rows):
        return "<table class=MsoTableGrid dir=rtl border=1 cellspacing=0 cellpadding=0>"+''.join('<tr>'+''.join(f'<td valign=top>{a(c)}</td>' for c in r)+'</tr>' for r in rows)+"</table>"
    made="<html dir=rtl><head><meta http-equiv=Content-Type content=\"text/html; charset=utf-8\"><meta name=Generator content=\"Microsoft Word 15 (filtered)\"></head><body lang=AR><div class=WordSection1 dir=RTL>"
    made+=ab('خطة أعمال مجال الشراكة «إطلاقات الزئبق الناجمة عن حرق الفحم»')+a('للسنوات 2026 إلى 2028 – نسخة 22 شباط/فبراير 2026')
    made+=ab('القسم الأول: موجز المسألة')+a('يخرج نحو خُمس انبعاثات الزئبق البشرية المنشأ من مداخن محطات الفحم. وتلتقط المرشحات المركبة للغبار والكبريت ما بين 30 و90 في المائة منه، وقليل من المحطات يقيسه. وتطلب اتفاقية ميناماتا أفضل التقنيات المتاحة، وهدف شراكة الزئبق العالمية حماية صحة الإنسان والبيئة.')
    made+=ab('القسم الثاني: هدف مجال الشراكة')+a('خفض انبعاثات الزئبق من الفحم إلى أدنى حد والقضاء عليها حيثما أمكن. وبحلول نهاية 2028:')+a('(1) تقيس 45 محطة (17 في 2025) انبعاثاتها باستمرار؛')+a('(2) تنخفض انبعاثات هذه المحطات بنسبة 30 في المائة عن 2025.')
    made+=ab('القسم الثالث: الإجراءات ذات الأولوية')+al('القياس في المحطات (الهدف 1)','ضبط المرشحات القائمة لالتقاط الزئبق (الهدف 2)','تدريب المشغلين في البلدان النامية وتبادل البيانات (الهدفان 1 و2)')
    made+=ab('القسم الرابع: جهود الشركاء والجداول الزمنية')+at([['م','الجهد','الشريك','من','إلى','الميزانية','جهة الاتصال'],['1','أجهزة تحليل في 12 محطة (القياس في المحطات). معلم: أول ثلاثة في تشرين الثاني/نوفمبر 2026','معهد الطاقة «مشعل»','2026/04','2027/12','240 ألف دولار','taqa@mishal.example.org'],['2','مقارنة المختبرات (القياس في المحطات)','هيئة الأرصاد','2026/09','2028/09','16 ألف دولار','lab@arsad.example.org'],['3','مادة ماصة مبرومة في وحدتين (ضبط المرشحات القائمة)','شركة الماصات','2027/01','2027/12','100 ألف إلى 120 ألف دولار، غير ممول','ص ب 318، المدينة 63000'],['4','ثماني دورات لـ15 مشغلاً (تدريب المشغلين)','جامعة الفنون التطبيقية','2026/03','2028/12','28 ألف دولار','هاتف 0112 555 0100 تحويلة 5']])
    made+=ab('القسم الخامس: الفرص')+al('حساب الزئبق في الرماد والجبس (الهدف 2)','رصد المحطات الكبيرة بالأقمار الصناعية (الهدف 1)')
    made+=ab('القسم السادس: التقييم')+a('يرفع المجال إلى برنامج الأمم المتحدة للبيئة تقريراً كل سنتين، أوله في شباط/فبراير 2028، عن تقدم الأنشطة ومساهمات الشركاء وفعاليتها ومساهمتها في الهدف العام.')+a('والمؤشران هما: عدد المحطات التي تقيس باستمرار (17 في 2025 و45 في 2028)، وانبعاثات هذه المحطات (2300 كغ في 2025 و1610 كغ في 2028).')+a('ويبلغ الشركاء الجهة الرائدة بنتائجهم قبل 1 شباط/فبراير في استمارة موحدة، وتتحقق هيئة الأرصاد من عينة منها.')
    made+=ab('القسم السابع: تعبئة الموارد')+a('التكلفة 384 ألف دولار، توافر منها 284 ألفاً ومساهمات عينية. وتحتاج المادة الماصة المبرومة في وحدتين إلى 100 ألف دولار؛ وقد خوطب مرفق البيئة العالمية والبنك الإسلامي للتنمية وجهات مانحة أخرى.')
    made+=ab('القسم الثامن: عملية تخطيط الأعمال')+a('أعدت الجهة الرائدة الخطة مع جميع الشركاء بعد استخلاص دروس 2023–2025. وتدعو إلى اجتماع سنوي في الخريف تُراجع فيه الخطة وتُعدل عند اللزوم. ويمكن لأي منظمة أن تنضم. وتُنشر المعارف، وتُقام أيام مفتوحة لتوعية السكان بخطر الزئبق.')
    made+=ab('القسم التاسع: الروابط')+al('الأسمنت: طرق القياس','انتقال الزئبق في الهواء: بيانات الانبعاثات','الوكالة الدولية للطاقة: سجل المحطات')
    made+=ab('القسم العاشر: الشركاء')+a('الجهة الرائدة: أندريه نموذج، معهد الطاقة «مشعل»')+at([['الشريك','الفئة','الاتصال'],['معهد الطاقة «مشعل»','بحث','taqa@mishal.example.org'],['هيئة الأرصاد','حكومة','lab@arsad.example.org'],['شركة الماصات','صناعة','ص ب 318، المدينة 63000'],['جامعة الفنون التطبيقية','أوساط أكاديمية','0112 555 0100']])+'</div></body></html>'
    return made


def main():
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in MAIL.split("\n"))
    (OUT / "sent-message-fr.txt").write_text(MAIL_HEAD + quoted, "utf-8")
    (OUT / "sent-resolution-es.txt").write_text(RESOLUTION, "utf-8")
    (OUT / "sent-notes-zh.markdown").write_text(NOTES, "utf-8")
    (OUT / "sent-docs-page-en.html").write_text(docs_page(), "utf-8")
    (OUT / "sent-filtered-page-ar.htm").write_text(filtered_page(), "utf-8")
    numbered_clauses().save(OUT / "sent-numbered-clauses-ru.docx")


if __name__ == "__main__":
    main()
