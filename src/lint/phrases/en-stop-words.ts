// English words that carry no content of their own.

/** Articles, pronouns, prepositions, auxiliaries and the like, and the words with which items ask. */
export const englishStopWords: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are as at be because been before being below best between both but by can
cannot could did do does doing done down during each either every few following for from further get gets given had has have having he her
here him his how i if in into is it its itself just least like many may me might more most much must my need needs neither no nor not now of off
on once one only or other our out over own per same several shall she should since so some such than that the their them then there these they
this those through to too true false two three under until up upon us use used uses using very via want wants was we were what when where
whether which while who whom whose why will with within without would you your`.split(/\s+/u),
);
