"""gallery placeholder overview"""
import streamlit as st
from corridor.ui import parts as p
from corridor.ui.state import current_filter
from corridor.ui.navigation import href
f=current_filter()
p.show(p.rule())
a,b=st.columns([7,6],gap="large")
with a: p.show(p.headline("Is there a return of ISIS? · as of 30 June 2018","The corridor sees 1.7 times as many attacks as in 2010–2011; Iraq as a whole is back at that level","**8.1 a month** in the three provinces, 1.69 times the 2010–2011 mean (95 % interval 1.27–2.23). All Iraq: **22.7 a month**, 0.98 times (0.84–1.13)."))
with b: p.show(p.key_figures([p.KeyFigure("incidents","97",p.change(74,97)),p.KeyFigure("killed","2,024","▲ 1,162 *"),p.KeyFigure("civilians killed","92",p.change(199,92)),p.KeyFigure("districts hit","17",p.change(15,17))],"Against the 12 months before. * Killed: low 2,018, high 2,041; 1,480 of them in four multi-day battle totals of September–October 2017."))
T=p.Threshold
cards=[p.FindingCard(1,"Road security gaps are exploited again and again","partly supported","53 %","of road attacks recur (36–70 %)","Sixteen of 30 attacks near a main road had another within 10 km in 180 days.","Confidence: moderate · 57 placed incidents","▲ rising",p.IntervalBar(.53,.36,.70,(0,1),(T(.33,"elsewhere 33 %"),)),href("findings",f,[("finding","1")])),
p.FindingCard(2,"The attack was placed in the wrong province","supported","3 of 3","accounts disagree on the province of this attack","The place lies on the Salah al-Din–Diyala line, far from Kirkuk, which media named.","Confidence: low · 3 accounts","– unchanged",p.IntervalBar(1,.44,1,(0,1.04),(T(.5,"half"),)),"findings"),
p.FindingCard(3,"Sleeper cells act daily round Samarra and Kirkuk","not supported","12 %","of days in Kirkuk (9–16 %), 1 % in Samarra","Active but not daily: 42 of 365 days in Kirkuk, 3 in Samarra district.","Confidence: moderate · lethal events only","▲ rising",p.IntervalBar(.12,.09,.16,(0,1.04),(T(.95,"daily"),)),"findings"),
p.FindingCard(4,"Activity is back at the level of 2010–2011","supported","0.98×","the 2010–2011 mean, all Iraq (0.84–1.13)","Iraq is level with 2010–2011; the corridor is above it, 8.1 a month against 4.8.","Confidence: high · 272 incidents, 12 months","▼ falling",p.IntervalBar(.98,.84,1.13,(0,2.4),(T(1,"2010–11"),),(.8,1.25)),"findings"),
p.FindingCard(5,"Ground round Hamrin, Daquq and Tuz was never cleared","not enough data","21 %","of incidents there (11–35 %)","From 9 of 62 incidents to 11 of 52: the change may be chance.","Confidence: low · 20 incidents","▲ rising",p.IntervalBar(.21,.11,.35,(0,1),(T(.15,"before 15 %"),)),"findings")]
p.show(p.finding_cards(cards))
c,d=st.columns(2,gap="medium")
with c:
    p.show(p.section("Where: Kirkuk, Hawija and the road under Hamrin","Incidents 1 Jul 2017 – 30 Jun 2018, by type and deaths; discs are known to about 25 km only"))
    p.show(p.empty_state("No incident of this kind lies in Kirkuk between 1 and 3 Jan 2018.","The nearest one is of 12 Jan 2018.",[("Widen to 12 months",href("overview",f)),("Reset the filter","./")]))
    p.show(p.legend([p.LegendItem("Armed clash",kind="Battles"),p.LegendItem("Violence against civilians",kind="Violence against civilians"),p.LegendItem("within 25 km","disc"),p.LegendItem("somewhere in the district","fill"),p.LegendItem("the report’s incident","ring")]), p.paragraph("23 not drawn: known only to the province (17), to a road or range (6)",quiet=True))
    p.show(p.legend_list([p.LegendItem("Armed clash",kind="Battles",count="76"),p.LegendItem("Violence against civilians",kind="Violence against civilians",count="21"),p.LegendItem("Near: within about 25 km","disc",count="24",size=22),p.LegendItem("Province only: at its name","+n",count="17"),p.LegendItem("30 days",kind="Battles",outlined=True,count="3"),p.LegendItem("older",kind="Battles",opacity=.37,count="3"),p.LegendItem("100",mark="circle",size=24)],"What happened"))
with d:
    p.show(p.section("What changed most, by district"))
    C=p.TableColumn
    p.show(p.table([C("District"),C("Jul 17 – Jun 18",numeric=True),C("12 months before",numeric=True),C("Change",numeric=True,strong=True)],[["Hawija","23","10","+13"],["Khanaqin","11","0","+11 *"],["Daquq","8","1","+7 *"],["Kirkuk","16","9","+7"],["Shirqat","5","15","−10"]],"Change by district","* Fewer than 5 in one window: no percentage, no ranking by rate."))
    p.show(p.verdict_badge("contradicted"), p.verdict_badge("not supported"))
    p.show(p.notice("Something **matters** <here>",["one","two"]))
p.show(p.section("Latest incidents"))
p.show(p.table([C("Date"),C("Place"),C("Province",phone=False),C("Type"),C("Actors",phone=False),C("Killed",numeric=True),C("Placed",quiet=True,phone=False)],[["28 Jun 2018","Hamrin mountains","Salah al-Din",p.event_type("Battles"),"Government of Iraq, IS","2","road or range"],["25 Jun 2018","Ali Saray village","Kirkuk",p.event_type("Violence against civilians"),"IS, civilians","1","exact"],["17 Jun 2018",p.link("Baghdad–Kirkuk road, Injana","incidents?x"),"Salah al-Din / Diyala",p.event_type("Violence against civilians"),"IS, civilians","3 (2–4)","road or range"]]))
p.show(p.footer(["UCDP GED 19.1 (lethal events only).","Boundaries: Iraq CSO, OCHA. Terrain: NOAA GLOBE. Roads: Natural Earth. Rivers: GSHHG / WDBII. Ḩawījah."]))
