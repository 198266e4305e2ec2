"""What eyes see on a page: does it fit, is anything cut, does anything move, what does axe say of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import axe_playwright_python

from tests.browser.visitor import Visitor

WIDTHS = (1280, 768, 360, 320)
SCHEMES = ("light", "dark")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

_DESCRIBE = """
const describe = (element) => {
  const named = element.id ? "#" + element.id : [...element.classList].map((one) => "." + one).join("");
  return element.tagName.toLowerCase() + named + " “" + (element.innerText || "").trim().slice(0, 40) + "”";
};
const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
"""
FITS = (
    "() => {"
    + _DESCRIBE
    + """
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return null;
  const wide = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return shown(element) && box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
  });
  return `${root.scrollWidth} > ${root.clientWidth}: ` + wide.slice(-4).map(describe).join(", ");
}"""
)
# WCAG 1.4.12, through a constructed sheet: the page's policy rightly refuses a <style> of ours.
SPACE_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
CUT = (
    "() => {"
    + _DESCRIBE
    + """
  const clips = (value) => value === "hidden" || value === "clip";
  return [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    const hidden = !shown(element) || style.clipPath !== "none" || box.width <= 2 || box.height <= 2;
    if (hidden || element.closest("[aria-hidden=true]") || !element.innerText?.trim()) return false;
    return (clips(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (clips(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
  }).map(describe);
}"""
)
MOVES = (
    "() => {"
    + _DESCRIBE
    + """
  const lasts = (value) => value.split(",").some((one) => parseFloat(one) > 0);
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after", "::backdrop"]) {
      const style = getComputedStyle(element, part);
      if (lasts(style.transitionDuration) || lasts(style.animationDuration)) found.push(describe(element));
    }
  }
  if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") found.push("smooth scrolling");
  return [...new Set(found)];
}"""
)
# Targets: 40 px by our own rule where they stand alone, 24 in a line of text (WCAG 2.5.8); a link inside a
# sentence is exempt, as there.
SMALL = (
    "([alone, amid]) => {"
    + _DESCRIBE
    + """
  const inside = (element) => getComputedStyle(element).display === "inline" && element.tagName === "A";
  const targets = "button, .button, select, textarea, input:not([type=hidden]), .rail a, .filters a, summary";
  return [...document.querySelectorAll(targets)]
    .filter((element) => shown(element) && !inside(element) && getComputedStyle(element).clipPath === "none")
    .filter((element) => {
      const ticked = element.type === "radio" || element.type === "checkbox";
      const box = ((ticked && element.labels[0]) || element).getBoundingClientRect();
      const least = element.matches(".link") && !element.closest(".acts") ? amid : alone;
      return box.width > 2 && (box.width < least || box.height < least);
    }).map(describe);
}"""
)
# Forced colours take backgrounds away: a button that has neither border nor underline is not seen as one.
UNMARKED = (
    "() => {"
    + _DESCRIBE
    + """
  return [...document.querySelectorAll("button, .button")].filter((element) => {
    const style = getComputedStyle(element);
    return shown(element) && element.getBoundingClientRect().width > 2
      && (style.borderBlockEndStyle === "none" || parseFloat(style.borderBlockEndWidth) === 0)
      && !style.textDecorationLine.includes("underline");
  }).map(describe);
}"""
)


def at(visitor: Visitor, width: int, scheme: str = "light", **media: Any) -> None:
    """Look at the same page in another size and light."""
    visitor.page.set_viewport_size({"width": width, "height": 800})
    visitor.page.emulate_media(color_scheme=scheme, reduced_motion="reduce", **media)


def fits(visitor: Visitor, schemes: tuple[str, ...] = SCHEMES) -> list[str]:
    """Where the page is wider than the screen, in each width and scheme."""
    found = []
    for width in WIDTHS:
        for scheme in schemes:
            at(visitor, width, scheme)
            if said := visitor.evaluate(FITS):
                found.append(f"{width} {scheme}: {said}")
    return found


def seen(visitor: Visitor) -> dict[str, list[str]]:
    """All that is amiss with a page but what axe would say, by name; empty where nothing is."""
    found = {"too wide": fits(visitor)}
    visitor.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    found["too wide from right to left"] = fits(visitor, ("light",))
    visitor.evaluate("() => { document.documentElement.dir = 'ltr'; }")
    at(visitor, 360)
    found["too small for a finger"] = visitor.evaluate(SMALL, [40, 24])
    at(visitor, 1280)
    found["moves"] = visitor.evaluate(MOVES)
    at(visitor, 1280, forced_colors="active")
    found["no edge in forced colours"] = visitor.evaluate(UNMARKED)
    at(visitor, 1280, forced_colors="none")
    visitor.evaluate(SPACE_OUT)
    for width in (1280, 360):
        at(visitor, width)
        found[f"cut at {width} when spaced out"] = visitor.evaluate(CUT)
        found[f"too wide at {width} when spaced out"] = [*filter(None, [visitor.evaluate(FITS)])]
    visitor.evaluate("() => { document.adoptedStyleSheets = []; }")
    return {name: lines for name, lines in found.items() if lines}


def axe(visitor: Visitor, *, widths: tuple[int, ...] = (1280, 360)) -> list[str]:
    """What axe finds, in each scheme and width, one line a node."""
    if not visitor.evaluate("() => typeof window.axe === 'object'"):
        visitor.evaluate(AXE)
    found = []
    for width in widths:
        for scheme in SCHEMES:
            at(visitor, width, scheme)
            found += [f"{width} {scheme} {line}" for line in _axe(visitor)]
    return found


def _axe(visitor: Visitor) -> list[str]:
    options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    violations = visitor.evaluate(f"() => axe.run({options}).then((found) => found.violations)")
    return [
        f"{one['id']}: {node['html'][:160]} | {' '.join(node['failureSummary'].split())[:200]}"
        for one in violations
        for node in one["nodes"]
    ]
