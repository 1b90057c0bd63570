"""A web page's furniture: menus, sharing, cookies, newsletters, links elsewhere, notes on the article.

`furniture()` says what a line is, in words a reviewer understands, or "" for what may be prose. Judges one
line by its words alone, and only a whole line: prose that speaks of cookies or comments stays prose.
"""

from __future__ import annotations

import re
from functools import cache

_LONGEST = 420
"""Code points; what is longer is prose."""

_SHARING = frozenset(
    """facebook twitter whatsapp linkedin email e mail share tweet print pin pinterest it reddit telegram copy
    link save instagram youtube rss messenger flipboard pocket tumblr google comment comments this article
    story page post on via url""".split()
)
_CHANNELS = _SHARING - frozenset("it this article story page post on via e mail url link".split())
"""One of these makes a line of such words a row of buttons."""

_KINDS: dict[str, str] = {
    "words of a web page's menu": r"""
        accessibility\ links|breaking\ news|latest\ news|top\ stor(?:y|ies)
        |most\ (?:read|popular|viewed|shared)(?:\ in\ .{2,24})?
        |editor['’]?s['’]?\ (?:picks?|choice)|continue\ reading.{0,60}
        |(?:send|report|save|email)\ (?:this|a)\ .{2,30}
        |menu|home|skip\ to\ .{1,30}|print(?:\ this.{0,30})?|sign\ in|log\ ?in|log\ out|register
        |back\ to\ top|load\ more.{0,20}|loading|(?:photo\ )?gallery|sources?|external\ links|references
        |related(?:\ (?:articles?|stor(?:y|ies)|topics?|news|links|posts|content|coverage))?
        |(?:filed\ (?:under|in)|tags?|tagged(?:\ with)?|categor(?:y|ies)|topics?|keywords?)\s?:\s?.{1,160}
        |(?:[^|>»›•\n]{2,32}[|>»›•]){2,12}[^|>»›•\n]{2,32}
        |image\ (?:caption|copyright|source).{0,200}|play\ (?:video|audio).{0,20}|listen\ to\ this.{0,40}
        |\d{1,2}[ -]min(?:ute)?s?(?:\ read)?|download\ (?:the|our)\ app.{0,40}|click\ to\ .{2,60}|pin\ it
        |(?:terms\ (?:of|and)\ \w+|privacy\ (?:policy|notice|statement))
            (?:\W{1,4}(?:terms|privacy).{0,30}){0,3}
        """,
    "leads to another article": r"""
        (?:read|see|watch|listen)\ (?:more|also|next|live|the\ (?:full|original|rest))\b.{0,200}
        |(?:also\ (?:read|see|watch)|see\ also|more\ on\ this|what\ to\ read\ next|up\ next)\b.{0,200}
        |(?:also\ on\ [^:.]{2,30}|more\ (?:from|on|in)\ [^:.]{2,40}|related(?:\ \w{1,12})?|more|watch|listen
            |don['’]t\ miss|in\ (?:pictures|depth|photos)|read|must\ read)\s?:.{1,200}
        |more\ (?:from|on)\ [^:.]{2,24}|explore\ more.{0,60}
        |you\ (?:may|might)\ also\ (?:like|be\ interested\ in).{0,160}
        |(?:next|previous)(?:\ (?:story|article|post|up))?\s?:.{1,160}
        |recommended(?:\ for\ you|\ reading|\ stories)?|trending(?:\ now|\ stories)?|click\ here.{0,160}
        """,
    "a notice about cookies or terms": r"""
        (?=.*\bcookies?\b)(?=.*\b(?:you|your|we|our|accept|this\ (?:web)?site)\b)[^“”"]*
        |by\ (?:clicking|continuing|using|signing|subscribing|submitting|registering)\b
            (?=.{0,120}\byou\b.{0,30}\b(?:agree|consent|accept|acknowledge)).*
        |our\ (?:privacy|cookie)\ policy\b.*|(?:manage|change)\ (?:your\ )?(?:cookie|privacy|consent)\b.{0,40}
        """,
    "asks to subscribe": r"""
        (?:get|sign\ up|subscribe|join|enter|receive|become|donate|register|try|start|already\ a|not\ a
            |you\ have|want\ more|create|don['’]t\ have|stay\ (?:informed|up\ to\ date))\b
        (?=.{0,120}\b(?:newsletters?|subscri\w{2,8}|inbox|free\ articles?|a\ (?:member|subscriber|supporter)
            |e-?mail|account|our\ journalism|independent\ journalism|updates)\b)[^“”"]*
        |(?:subscribe|sign\ up|newsletters?)\b(?:\ (?:now|today|here|for|to)\b.{0,120})?
        |(?:support|donate)\b.{0,40}\bdonate\b.{0,40}|support\ (?:our|us|this)\b.{0,80}
        |want\b.{0,80}\bsign\ up\b.{0,40}
        """,
    "speaks to the reader": r"""
        please\ (?:enable|turn\ on|disable|click|refresh|sign|log)\b.*|got\ a\ (?:tip|story|question)\b.*
        |(?:contact|e-?mail|reach)\b.{0,60}\S@\S.*|e-?mail\s?:.*|(?:like|find|join)\ us\ on\b.*
        |follow\ (?:us|me|him|her|them|@\S{2,40}|.{2,40}\ on\ (?:twitter|facebook|instagram))\b.*
        |join\ the\ (?:conversation|discussion|debate)\b.{0,40}
        |log\ ?in\ to\ .{2,40}|(?:click|tap)\ the\ .{2,80}
        |have\ an\ opinion.*|have\ your\ say.*|tell\ us\ what\b.*|(?:post|leave|add)\ a\ comment.*
        |(?:show|view|hide|load|see|read)\ (?:all\ )?(?:\d{1,6}\ )?(?:more\ )?comments?(?:\ \(\d{1,6}\))?
        |comments?(?:\ \(?\d{1,6}\)?)?|\d{1,6}\ comments?|comments\ are\ closed.*
        """,
    "an advertisement": r"""
        (?:.{0,30}\bcontinues?\b.{0,20})?\b(?:advertisement|advert|this\ ad)\b(?:.{0,8}\bcontinue.{0,20})?
        |sponsored(?:\ content|\ by\ [^,.]{2,40})?|paid\ (?:content|post)|promoted
        """,
    "a note on the article itself": r"""
        (?:this|an?\ (?:earlier|previous)|the\ (?:original|headline\ (?:of|on)))\b.{0,20}
            \b(?:article|story|post|report|piece|version|column)\b.{0,60}
            \b(?:updated|corrected|amended|revised|misstated|misspelled|misidentified|incorrectly
            |originally\ (?:appeared|published)|first\ (?:appeared|published))\b.*
        |(?:correction|clarification|corrections|editor['’]?s['’]?\ note)\b.{0,16}:.*
        |.{2,100}\bcontributed\ (?:to\ (?:this|the)\ (?:report|story|article)|reporting)\b.{0,60}
        |a\ version\ of\ this\ (?:article|story)\b.*
        |contributing\s?:.*|.*\ball\ rights\ reserved\b.*|(?:copyright|©|c\))\W{0,3}(?:\d{4}|the\ \w+).*
        |.{0,200}\bmay\ not\ be\ (?:published|reproduced|republished|redistributed)\b.*
        |(?:posted|published|updated|last\ (?:updated|modified))\b[^.,]{0,30}\b[a-z]{3,9}\.?\ \d{1,2},?\ \d{4}
            (?:\W.{0,30})?
        |.{2,60}\bairs\b.{0,80}\b(?:weekdays?|weeknights?|nightly|sundays|[ap]\.m|eastern|e[sd]?t)\b.{0,40}
        """,
}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern, re.I | re.X)) for kind, pattern in _KINDS.items())


def furniture(line: str) -> str:
    """What of a page's furniture a line is, "" for none."""
    words = line.strip(" \t\r\n:»›>|•·*–—#=_.!?-[](")
    if not words or len(words) > _LONGEST or "\n" in words:
        return ""
    for kind, pattern in _patterns():
        if pattern.fullmatch(words):
            return kind
    tokens = set(re.findall(r"[^\W_]+", words.lower()))
    named = {token for token in tokens if not token.isdigit()}
    return "a row of sharing buttons" if named <= _SHARING and named & _CHANNELS else ""
