"""Wordings of replies to a question asked back: each between two slashes, without apostrophes."""

# What agrees, beside the yes of the lexicon.
YES = (
    "right / thats right / that is right / all right / alright / correct / thats correct / that is "
    "correct / exactly / exactly right / precisely / indeed / absolutely / definitely / of course / ok / "
    "okay / k / kk / fine / thats fine / fine by me / that fits / fits / that works / works / works for "
    "me / sounds right / that sounds right / sounds good / sounds about right / about right / thats about "
    "right / seems right / looks right / looks good / thats it / that is it / that would be it / thats "
    "the one / that one / that / this one / thats what i said / thats what i meant / thats what i mean / "
    "what i said / what i meant / like i said / as i said / i said that / you got it / got it / youve got "
    "it / you got that right / youre right / you are right / spot on / bingo / true / thats true / very "
    "true / mmhm / mhmm / mm / mm hmm / mmhmm / uh huh / uhhuh / yh / yess / yeh / yeap / yessir / yes "
    "sir / yes maam / go ahead / yes please / please do / please / i guess so / i guess / guess so / i "
    "suppose so / i suppose / suppose so / i think so / i believe so / id say so / i would say so / "
    "pretty much / more or less / good / good enough / close enough / near enough / that will do / thatll "
    "do / put that down / put it down / write that down / record that / do that / i do / i did / it is / "
    "it does / sure / sure thing / for sure / that describes it / perfect / great"
)

# What disagrees, beside the no of the lexicon.
NO = (
    "wrong / thats wrong / that is wrong / incorrect / not right / thats not right / that is not right / "
    "not quite / not quite right / thats not quite right / not exactly / not really / not so / not true / "
    "thats not true / not correct / thats not correct / thats not it / that is not it / thats not what i "
    "said / thats not what i meant / not what i said / not what i meant / i didnt say that / i did not "
    "say that / i didnt mean that / not that / not that one / no way / no no / absolutely not / of course "
    "not / definitely not / certainly not / hardly / something else / another one / a different one / "
    "other / false / naw / nuh uh / i dont think so / i wouldnt say so / i would not say so"
)

# What says neither yes nor no, and names none of two.
UNSURE = (
    "either / either one / either of them / either way / either works / either is fine / either or / "
    "either of those / either of the two / could be either / it could be either / can be either / could "
    "go either way / both / both of them / both of those / both really / both i guess / a bit of both / "
    "bit of both / a little of both / some of both / little of both / mix of both / a mix of both / a mix "
    "/ between / in between / inbetween / between the two / in between the two / between them / between "
    "those / between both / somewhere between / somewhere in between / somewhere between the two / "
    "somewhere in between the two / somewhere in the middle / in the middle / the middle / middle / "
    "halfway / halfway between / halfway between the two / half way / half and half / half half / fifty "
    "fifty / 50 50 / hmm / hm / hmmm / mmm / uh / um / umm / er / erm / err / eh / meh / well / maybe / "
    "perhaps / possibly / probably / could be / might be / may be / it might / sort of / kind of / kinda "
    "/ sorta / ish / so so / hard to say / hard to tell / tough to say / difficult to say / tough call / "
    "tough one / good question / depends / it depends / that depends / depends on the day / depends who "
    "you ask / cant decide / i cant decide / cannot decide / i cant choose / toss up / tossup / its a "
    "toss up / a toss up / whichever / whatever / whichever you like / whatever you like / whatever you "
    "think / you choose / you pick / you decide / you tell me / your call / up to you / i dont mind / "
    "dont mind / doesnt matter / dont care / i dont care / any / any of them / anything / one of them / "
    "one of those / one of the two / one of these / the same / same / same thing / all the same / theyre "
    "the same / no difference / yes and no / yes no / no yes / yeah no / no yeah / yes but no / huh / "
    "what / sorry / pardon / come again / say again / say that again / again / equal / equally / equally "
    "both / let me think / thinking / wait"
)

# What turns both down.
NEITHER = (
    "neither / neither one / neither of them / neither of those / neither of these / neither of the two / "
    "neither fits / neither really / neither is right / neither works / none / none of them / none of "
    "those / none of these / none of the two / none of the above / not either / not either one / not one "
    "of them / no neither / nothing of the kind"
)

# Around a reply these say nothing.
LEADING = (
    "i think / i would say / id say / i say / i guess / i suppose / i mean / i believe / i feel / i feel "
    "like / hmm / hm / um / uh / er / erm / oh / ah / well / so / ok / okay / let us say / lets say / "
    "lets go with / go with / ill go with / i will go with / id go with / im going with / going with / i "
    "go with / take / ill take / make it / make that / put / put down / put me down for / it would be / "
    "that would be / that is / thats / it is / its / it was / closer to / nearer to / nearer / closer / "
    "nearest to / more like / rather / actually / honestly / to be honest / tbh / if i had to choose / if "
    "i have to choose / if anything / definitely / probably / mostly likely / most likely / likely / "
    "really / more / more of / just / say / then / oops / sorry / please / my answer is / we are / were / "
    "we would be / id pick / i pick / id choose / i choose / pick / choose / and / im leaning to / "
    "leaning to / leaning toward / leaning towards / thinking / i meant / i mean the"
)

# And these after it.
TRAILING = (
    "one / i think / i guess / i suppose / i would say / id say / i believe / please / really / probably "
    "/ then / definitely / for sure / of the two / of those / of these / of them / of those two / of "
    "these two / for us / for now / for me / here / is nearer / is closer / is right / is nearest / fits "
    "better / fits best / fits / sounds right / is more like it / more likely / more / if anything / if i "
    "had to choose / if i have to choose / if i must / if you ask me / thanks / thank you / thx / lol / "
    "ha / haha / i am sure / im sure / you said / you mentioned / option / choice / answer / to be honest "
    "/ tbh / honestly / all things considered / just / now / though / too / x / mate / dear / buddy / yes "
    "/ yeah / yep / right / ok / okay / so / actually / overall / in general / exactly"
)
