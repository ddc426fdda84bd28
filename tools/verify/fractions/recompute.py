"""Computes again, from the parameters alone, what the engine computed: one scheme with its facts a line.

Written from docs/scheme-language.md and knowing nothing of the engine. Figures are `fractions.Fraction`.
Reads JSON lines from standard input, prints every difference, and as the last line a JSON object with how
much was compared and what occurred. Ends with 1 when anything differs or nothing was compared.
"""

import json
import math
import sys
from collections import Counter
from fractions import Fraction

SHOWN = 20


def f(text):
    return None if text is None else Fraction(text)


def rounded(value, how):
    """The multiple of `to` that a value is taken to."""
    if how is None:
        return value
    step, mode = f(how["to"]), how["mode"]
    steps = value / step
    if mode == "floor":
        whole = math.floor(steps)
    elif mode == "ceiling":
        whole = math.ceil(steps)
    elif mode == "down":
        whole = math.trunc(steps)
    elif mode == "up":
        whole = math.ceil(steps) if steps > 0 else math.floor(steps)
    elif mode == "half-up":
        size = math.floor(abs(steps) + Fraction(1, 2))
        whole = size if steps >= 0 else -size
    elif mode == "half-even":
        whole = round(steps)
    else:
        raise ValueError(mode)
    return whole * step


def between(value, low, high):
    """A value held between two bounds, of which either may be absent."""
    if high is not None:
        value = min(value, high)
    return value if low is None else max(value, low)


def holds(band, value):
    start, end = f(band.get("from")), f(band.get("to"))
    if start is not None and (value < start or (value == start and not band["fromIn"])):
        return False
    return end is None or value < end or (value == end and bool(band["toIn"]))


TOGETHER = {
    "sum": sum,
    "average": lambda values: sum(values) / len(values),
    "best": max,
    "worst": min,
}


class Scheme:
    def __init__(self, params, seen):
        self.params = params
        self.seen = seen

    def bands(self, rule, facts):
        value = f(facts[rule["fact"]])
        held = [f(b["points"]) for b in rule["bands"] if holds(b, value)]
        edges = {f(b.get(end)) for b in rule["bands"] for end in ("from", "to")}
        if value in edges:
            self.seen["bands at an end"] += 1
        if not held:
            rest = f(rule.get("rest"))
            self.seen["bands: none holds"] += 1
            if rest is not None:
                return rest
            if rule["reading"] == "sum":
                return Fraction(0)
            raise ValueError("a gap in %s" % rule)
        self.seen["bands read as " + rule["reading"]] += 1
        if rule["reading"] == "one":
            (only,) = held
            return only
        return TOGETHER[rule["reading"]](held)

    def proportional(self, rule, facts):
        done, goal = f(facts[rule["fact"]]), rule["goal"]
        target = f(facts[goal["fact"]] if "fact" in goal else goal["value"])
        gate = f(rule.get("gate"))
        if gate is not None and done < gate:
            self.seen["proportional below its gate"] += 1
            return Fraction(0)
        part = max(done / target, Fraction(0))
        if rule["beyond"] == "cap" and part > 1:
            self.seen["proportional capped"] += 1
            part = Fraction(1)
        elif part > 1:
            self.seen["proportional beyond its goal"] += 1
        return f(rule["most"]) * part

    def external(self, rule, facts):
        score = f(facts[rule["fact"]])
        times = f(rule.get("times"))
        points = score * (f(rule["ours"]) / f(rule["theirs"]) if times is None else times)
        return -points if rule["loss"] else points

    def slope(self, rule, facts):
        value, low, high = f(facts[rule["fact"]]), f(rule["low"]), f(rule["high"])
        points = f(rule["start"])
        for distance, rate in ((low - value, rule["below"]), (value - high, rule["above"])):
            steps = max(distance, Fraction(0)) / f(rule["per"])
            if steps.denominator > 1:
                self.seen["slope: part of a step, " + rule["partial"]] += 1
            if rule["partial"] == "drop":
                steps = math.floor(steps)
            elif rule["partial"] == "raise":
                steps = math.ceil(steps)
            points += f(rate) * steps
        return points

    def kind(self, rule, facts):
        name = rule["kind"]
        self.seen["rule " + name] += 1
        if name == "weighted":
            return sum(
                f(part["weight"]) / 100 * self.rule(part["rule"], facts)
                for part in rule["parts"]
            )
        if name == "deduct":
            left = f(rule["start"]) + sum(self.rule(r, facts) for r in rule["rules"])
            return max(left, Fraction(0)) if rule["floored"] else left
        if name in TOGETHER:
            return TOGETHER[name]([self.rule(r, facts) for r in rule["rules"]])
        return getattr(self, name)(rule, facts)

    def rule(self, rule, facts):
        points = self.kind(rule, facts)
        if rule.get("coefficient") is not None:
            self.seen["beside: coefficient"] += 1
            points *= f(rule["coefficient"])
        points = self.round(points, rule.get("round"))
        for name, bound in (
            ("cap", lambda p, to: min(p, to)),
            ("floor", lambda p, to: max(p, to)),
            ("mostLoss", lambda p, to: max(p, -to)),
        ):
            if rule.get(name) is not None:
                held = bound(points, f(rule[name]))
                self.seen["beside: %s%s" % (name, "" if held == points else " binds")] += 1
                points = held
        return points

    def round(self, value, how):
        result = rounded(value, how)
        if how is not None:
            self.seen["rounding " + how["mode"]] += 1
            twice = value / f(how["to"]) * 2
            if twice.denominator == 1 and twice.numerator % 2 == 1:
                self.seen["rounding a tie, " + how["mode"]] += 1
        return result

    def item(self, item, facts):
        return self.round(self.rule(item["rule"], facts), item.get("rounding"))

    def together(self, group, items, points, full):
        """The points of what is in a category or a source, before its bounds."""
        how = group["combine"]
        self.seen["%s %s" % (group["as"], how)] += 1
        if how == "weighted":
            share = sum(f(i["weight"]) / 100 * points[i["id"]] / f(i["full"]) for i in items)
            return full * share
        return TOGETHER[how]([points[i["id"]] for i in items])

    def full(self, group, items):
        """The full score of a source: of its items, as they come together."""
        fulls = [f(i["full"]) for i in items]
        if group["combine"] in ("best", "worst"):
            return max(fulls)
        return TOGETHER[group["combine"]](fulls)

    def bounded(self, points, of):
        return self.round(between(points, f(of.get("floor")), f(of.get("cap"))), of.get("rounding"))

    def unit(self, facts):
        params, total = self.params, self.params["total"]
        points = {i["id"]: self.item(i, facts) for i in params["items"]}
        natures = {"base": Fraction(0), "bonus": Fraction(0), "penalty": Fraction(0)}
        parts = {}
        weighted = Fraction(0)
        for group in params["groups"]:
            items = [i for i in params["items"] if i.get("group") == group["id"]]
            got = self.together(group, items, points, f(group.get("full")))
            if group["as"] == "source":
                share = got / self.full(group, items)
                weighted += f(group["weight"]) / 100 * share
            else:
                got = self.bounded(got, group)
                natures[group["nature"]] += got
            parts[group["id"]] = got
        for item in params["items"]:
            if item.get("group") is None:
                natures[item["nature"]] += points[item["id"]]
        natures["base"] += weighted * (f(total.get("full")) or 100)
        if total.get("bonusCap") is not None:
            natures["bonus"] = min(natures["bonus"], f(total["bonusCap"]))
        all_in_all = (f(total.get("start")) or 0) + sum(natures.values())
        return {
            "items": points,
            "parts": {**parts, **natures},
            "total": self.bounded(all_in_all, total),
        }


def differences(again, ours):
    """What differs, as (name, ours, recomputed); and how many figures were compared."""
    pairs = [(k, ours[g].get(k), v) for g in ("items", "parts") for k, v in again[g].items()]
    pairs.append(("total", ours["total"], again["total"]))
    return [p for p in pairs if p[1] is None or f(p[1]) != p[2]], len(pairs)


def main():
    seen, cases, figures, different = Counter(), 0, 0, 0
    for line in sys.stdin:
        told = json.loads(line)
        params = told["params"]
        scheme = Scheme(params, seen)
        if len(told["ours"]) != len(params["units"]):
            raise ValueError("scheme %s: a unit without results" % params["seed"])
        for position, (facts, ours) in enumerate(zip(params["units"], told["ours"])):
            found, compared = differences(scheme.unit(facts), ours)
            cases += len(params["items"])
            figures += compared
            different += len(found)
            for name, one, other in found:
                if different <= SHOWN:
                    where = "scheme %s, unit %s, %s" % (params["seed"], position, name)
                    print("%s: the engine says %s, Python %s" % (where, one, other))
    print(json.dumps({"cases": cases, "figures": figures, "different": different, "seen": seen}))
    return 0 if cases > 0 and different == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
