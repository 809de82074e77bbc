"""The calculated rows of the golden plans, from the row-by-row description alone.

Shares no code with the template: plain lists, one loop per idea, its own reading of every rule. Reads
<plan>.inputs.json (the frame and what a person typed) and writes <plan>.independent.json:
segment -> funnel -> label -> [total, before the plan, period 1, 2, ...]; null where the sheet shows nothing.
"""

import calendar
import datetime
import json
import math
import pathlib
from decimal import Decimal, ROUND_CEILING, ROUND_HALF_UP

HERE = pathlib.Path(__file__).parent
DAY_ZERO = datetime.date(1899, 12, 30)


def month_later(serial, months):
    day = DAY_ZERO + datetime.timedelta(days=int(serial))
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return (datetime.date(year, month + 1, min(day.day, last)) - DAY_ZERO).days


def whole(x, guard):
    """Round half up to `guard` decimals, then up to the next whole number."""
    step = Decimal(1).scaleb(-guard)
    return int(Decimal(repr(x)).quantize(step, ROUND_HALF_UP).to_integral_value(ROUND_CEILING))


class Plan:
    def __init__(self, spec):
        self.given = spec["inputs"]
        self.P = spec["periodCount"]
        self.N = self.P + spec["afterPeriods"]
        self.months = 1 if spec["periods"] == "months" else 3
        self.year = min(12 // self.months, self.P)
        self.segments = spec["segments"]
        self.guard = int(self.given["round_guard"])
        starts = [
            self.given.get(f"period_start/{t}", month_later(self.given["fiscal_start"], (t - 1) * self.months))
            for t in range(1, self.N + 1)
        ]
        # A period has ended when the next one has begun by the as-of date.
        self.elapsed = max(0, sum(start <= self.given["as_of"] for start in starts) - 1)

    def get(self, key, otherwise=None):
        value = self.given.get(key)
        return otherwise if value is None or value == "" else value


def targets(plan, s, share, term, wait, phasing, after, growth):
    """Bookings by period: revenue over what a booking brings inside the plan, then a year before times growth."""
    horizon = plan.P * plan.months
    inside = []
    for t in range(1, plan.P + 1):
        signed = (t - 1 + plan.given["signing_point"]) * plan.months
        earning = min(term, horizon - signed - wait)
        inside.append(max(0.0, earning) / term)
    phase = [plan.get(f"{s}/{phasing}/{t}", 1 / plan.P) for t in range(1, plan.P + 1)]
    revenue = plan.get(f"{s}/ntm_revenue", plan.given["ntm_revenue"] * plan.get(f"{s}/revenue_share")) * share
    bookings = revenue / sum(p * i for p, i in zip(phase, inside)) if revenue else 0.0
    row = [bookings * p for p in phase]
    for a in range(1, plan.N - plan.P + 1):
        row.append(plan.get(f"{s}/{after}/{a}", row[len(row) - plan.year] * (1 + growth)))
    return row, inside


def back(need_before, need, lag, divisor):
    """One stage up: each need is met `lag` later, split between the two neighbouring whole lags.

    Walks over the needs and drops each share into the period it comes from; everything at or before 0 is too late.
    """
    n = math.floor(round(lag, 6))
    f = lag - n
    before, row = need_before / divisor, [0.0] * len(need)
    for t, amount in enumerate(need, start=1):
        for distance, part in ((n, 1 - f), (n + 1, f)):
            where = t - distance
            if where >= 1:
                row[where - 1] += amount * part / divisor
            else:
                before += amount * part / divisor
    return before, row


def ahead(created, curve, rate, elapsed):
    """One stage down: what period i creates after now arrives j later with the curve's share."""
    row = [0.0] * len(created)
    for i, amount in enumerate(created, start=1):
        if i <= elapsed:
            continue
        for j, share in enumerate(curve):
            if i + j <= len(row):
                row[i + j - 1] += amount * share * rate
    return row


def add(*rows):
    return [sum(cells) for cells in zip(*rows)]


def with_total(before, row):
    return [(before or 0.0) + sum(row), before, *row]


def funnel(plan, s, kind):
    """Both funnels; `kind` holds the words and the keys of the one at hand."""
    p, get = plan, (lambda key, otherwise=None: plan.get(f"{s}/{key}", otherwise))
    lag = {step: get(f"lag_{step}") for step in kind["steps"]}
    curve = {
        step: [get(f"curve_{step}/{j}", max(0.0, 1 - abs(j - lag[step]))) for j in range(p.N)]
        for step in kind["steps"]
    }
    top, middle, bottom = ([None] + kind["steps"])[-3:] if len(kind["steps"]) == 2 else kind["steps"]
    T, inside = targets(p, s, get(kind["share"]), get(kind["term"]), get(kind["wait"]), kind["phasing"], kind["after"], get(kind["growth"]))
    size, close, qualify = get(kind["size"]), get(bottom), get(middle)
    OS = [get(f"{kind['opening']}/{t}", 0) for t in range(1, p.N + 1)]
    OMs = [get(kind["count"]) * qualify * curve[middle][t] for t in range(p.N)]
    OM = ahead(OMs, curve[bottom], size * close, p.elapsed)
    O = add(OS, OM)
    R, N, highest = [], [], 0.0
    for t in range(p.N):
        before = highest
        highest = max(highest, sum(T[: t + 1]) - sum(O[: t + 1]))
        R.append(highest)
        N.append(highest - before)

    sqls, mqls, inquiries = kind["sqls"], kind["mqls"], "inquiries"
    Sqls, Mqls = sqls[0].upper() + sqls[1:], mqls[0].upper() + mqls[1:]
    out = {
        "Bookings target": with_total(None, T),
        f"Bookings from opening {sqls}": with_total(None, OS),
        f"{Sqls} from opening {mqls}": with_total(None, OMs),
        f"Bookings from opening {mqls}": with_total(None, OM),
        "Opening pipeline, total": with_total(None, O),
        "Need so far": [None, None, *R],
        "Bookings to create": with_total(None, N),
    }
    created, deals, arriving = [], [0.0] * p.N, []
    for source in kind["sources"]:
        own = lambda key, otherwise: get(f"{source}/{key}", otherwise) if source else otherwise
        name, stage = own("name", None), own("first_stage", "MQL")
        own_size, own_close = own("deal_size", size), own(bottom, close)
        own_qualify = own(middle, qualify)
        B = [amount * own("share", 1.0) for amount in N]
        deals = add(deals, [amount / own_size for amount in B])
        Qb, Q = back(0.0, B, lag[bottom], own_size * own_close)
        Mb, M = back(Qb, Q, lag[middle], own_qualify) if stage != "SQL" else (0.0, [0.0] * p.N)
        Ib, I, from_inquiries = 0.0, [0.0] * p.N, [0.0] * p.N
        if top:
            own_convert = own(top, get(top))
            if stage == "Inquiry":
                Ib, I = back(Mb, M, lag[top], own_convert)
            from_inquiries = ahead(I, curve[top], own_convert, p.elapsed)
        future = [float(t > p.elapsed) for t in range(1, p.N + 1)]
        direct_mqls = [m * now if stage == "MQL" else 0.0 for m, now in zip(M, future)]
        direct_sqls = [q * now if stage == "SQL" else 0.0 for q, now in zip(Q, future)]
        A1 = add(from_inquiries, direct_mqls)
        A2 = add(ahead(A1, curve[middle], own_qualify, p.elapsed), direct_sqls)
        A3 = ahead(A2, curve[bottom], own_size * own_close, p.elapsed)
        created.append((Qb, Q, Mb, M, Ib, I))
        arriving.append((A1, A2, A3))
        if name is not None:
            out[f"    bookings from {name}"] = with_total(None, B)
            out[f"    {sqls} from {name}"] = with_total(Qb, Q)
            out[f"    {mqls} from {name}"] = with_total(Mb, M)
            out[f"    {inquiries} from {name}"] = with_total(Ib, I)
            out[f"    {mqls} arriving from {name}"] = with_total(None, A1)
            out[f"    {sqls} arriving from {name}"] = with_total(None, A2)
            out[f"    new bookings from {name}"] = with_total(None, A3)

    def total(at):
        return sum(one[at] for one in created), add(*(one[at + 1] for one in created))

    tail = ", total" if kind["sources"][0] else ""
    out["Deals to win"] = with_total(None, deals)
    stages = [(sqls, Sqls, total(0)), (mqls, Mqls, total(2))] + ([(inquiries, "Inquiries", total(4))] if top else [])
    for word, Word, (before, row) in stages:
        out[f"{Word} to create{tail}"] = with_total(before, row)
        out[f"Whole {word}"] = [whole(x, p.guard) for x in with_total(before, row)]
    flags = []
    for t, amount in enumerate(N, start=1):
        start = round(t - lag[middle] - lag[bottom], p.guard)
        late = "past deadline" if start <= p.elapsed else "partly" if start < p.elapsed + 1 else None
        flags.append(late if amount else None)
    out[f"Latest period to create the {mqls}"] = [None, None, *flags]
    arrived = [add(*(one[at] for one in arriving)) for at in range(3)]
    out[f"{Mqls} arriving as planned"] = with_total(None, arrived[0])
    out[f"{Sqls} arriving as planned"] = with_total(None, arrived[1])
    out["Bookings from new leads"] = with_total(None, arrived[2])
    expected = add(arrived[2], O)
    # The sheet rounds this difference of large sums to the guard's decimals.
    gap = [round(e - t, p.guard) for e, t in zip(expected, T)]
    short = round(sum(expected[: p.P]) - sum(T[: p.P]), p.guard)
    lost = [max(0.0, -g) for g in gap[: p.P]]
    out["Forward check: expected bookings"] = with_total(None, expected)
    out["Expected minus target"] = [short, None, *gap]
    out["Bookings new leads can no longer reach"] = [sum(lost), None, *lost, *[None] * (p.N - p.P)]
    out[("NTM" if p.P * p.months == 12 else "Plan") + " revenue from expected bookings"] = [sum(e * i for e, i in zip(expected, inside)), None, *[None] * p.N]
    out[f"{kind['people']} needed"] = [None, None, *(q / get(kind["capacity"]) for q in total(0)[1])]
    out[f"{kind['people']} available"] = [None, None, *[get(kind["available"])] * p.N]
    return out


NNC = {
    "steps": ["inquiry_to_mql", "mql_to_sql", "sql_to_booking"],
    "sqls": "SQLs", "mqls": "MQLs", "people": "Sellers / SDRs",
    "share": "nnc_share", "size": "deal_size", "term": "contract_term", "wait": "months_to_revenue",
    "phasing": "nnc_phasing", "after": "nnc_after", "growth": "growth",
    "opening": "opening_bookings", "count": "opening_mqls",
    "capacity": "capacity", "available": "sellers_available",
    "sources": ["marketing", "sdr", "sales", "partner"],
}  # fmt: skip
EXPANSION = {
    "steps": ["account_to_opportunity", "opportunity_to_booking"],
    "sqls": "opportunities", "mqls": "accounts engaged", "people": "Account managers",
    "share": "expansion_share", "size": "expansion_deal_size", "term": "expansion_contract_term",
    "wait": "expansion_months_to_revenue", "phasing": "expansion_phasing", "after": "expansion_after",
    "growth": "expansion_growth", "opening": "expansion_opening_bookings", "count": "opening_accounts",
    "capacity": "expansion_capacity", "available": "account_managers_available", "sources": [None],
}  # fmt: skip

for path in sorted(HERE.glob("*.inputs.json")):
    plan = Plan(json.loads(path.read_text()))
    result = {
        segment["id"]: {"nnc": funnel(plan, segment["id"], NNC), "expansion": funnel(plan, segment["id"], EXPANSION)}
        for segment in plan.segments
    }
    target = path.with_name(path.name.replace(".inputs.json", ".independent.json"))
    target.write_text(json.dumps(result, separators=(",", ":"), indent=None).replace('],"', '],\n"') + "\n")
    print(f"{target.name} written")
