/** 47 keys without and with Shift, row by row from the top left. */
interface Layout {
  readonly name: string;
  readonly plain: string;
  readonly shifted: string;
}

/**
 * Keyboard layouts. A space stands for a key that
 * types nothing by itself, such as an accent that waits for a letter. Taken from xkeyboard-config 2.35, one row for
 * those that are the same. Layouts whose capitals are no letters of their own (Arabic, Thai, Hindi) are left out: a code
 * that was typed in one of them is not mapped back.
 */
export const layouts: readonly Layout[] = [
  {
    name: "US",
    plain: "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./",
    shifted: '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?',
  },
  {
    name: "British",
    plain: "`1234567890-=qwertyuiop[]asdfghjkl;'#zxcvbnm,./",
    shifted: '¬!"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~ZXCVBNM<>?',
  },
  {
    name: "US international",
    plain: " 1234567890-=qwertyuiop[]asdfghjkl; \\zxcvbnm,./",
    shifted: " !@#$% &*()_+QWERTYUIOP{}ASDFGHJKL: |ZXCVBNM<>?",
  },
  {
    name: "Dvorak",
    plain: "`1234567890[]',.pyfgcrl/=aoeuidhtns-\\;qjkxbmwvz",
    shifted: '~!@#$%^&*(){}"<>PYFGCRL?+AOEUIDHTNS_|:QJKXBMWVZ',
  },
  {
    name: "Colemak",
    plain: "`1234567890-=qwfpgjluy;[]arstdhneio'\\zxcvbkm,./",
    shifted: '~!@#$%^&*()_+QWFPGJLUY:{}ARSTDHNEIO"|ZXCVBKM<>?',
  },
  {
    name: "Workman",
    plain: "`1234567890-=qdrwbjfup;[]ashtgyneoi'\\zxmcvkl,./",
    shifted: '~!@#$%^&*()_+QDRWBJFUP:{}ASHTGYNEOI"|ZXMCVKL<>?',
  },
  {
    name: "German",
    plain: "^1234567890ß´qwertzuiopü+asdfghjklöä#yxcvbnm,.-",
    shifted: "°!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ'YXCVBNM;:_",
  },
  {
    name: "German (Neo)",
    plain: " 1234567890- xvlcwkhgfqß uiaeosnrtdy üöäpzbm,.j",
    shifted: " °§ℓ»«$€„“”— XVLCWKHGFQẞ UIAEOSNRTDY ÜÖÄPZBM–•J",
  },
  {
    name: "Swiss German",
    plain: "§1234567890' qwertzuiopü asdfghjklöä$yxcvbnm,.-",
    shifted: '°+"*ç%&/()=? QWERTZUIOPè!ASDFGHJKLéà£YXCVBNM;:_',
  },
  {
    name: "Swiss French",
    plain: "§1234567890' qwertzuiopè asdfghjkléà$yxcvbnm,.-",
    shifted: '°+"*ç%&/()=? QWERTZUIOPü!ASDFGHJKLöä£YXCVBNM;:_',
  },
  {
    name: "French",
    plain: "²&é\"'(-è_çà)=azertyuiop $qsdfghjklmù*wxcvbn,;:!",
    shifted: "~1234567890°+AZERTYUIOP £QSDFGHJKLM%µWXCVBN?./§",
  },
  {
    name: "French (Bépo)",
    plain: "$\"«»()@+-/*=%bépoè vdljzwauie,ctsrnmçàyx.k'qghf",
    shifted: "#1234567890°`BÉPOÈ!VDLJZWAUIE;CTSRNMÇÀYX:K?QGHF",
  },
  {
    name: "Belgian",
    plain: "²&é\"'(§è!çà)-azertyuiop $qsdfghjklmùµwxcvbn,;:=",
    shifted: "³1234567890°_AZERTYUIOP *QSDFGHJKLM%£WXCVBN?./+",
  },
  {
    name: "Canadian French",
    plain: "#1234567890-=qwertyuiop  asdfghjkl; <zxcvbnm,.é",
    shifted: "|!\"/$%?&*()_+QWERTYUIOP  ASDFGHJKL: >ZXCVBNM'.É",
  },
  {
    name: "Italian",
    plain: "\\1234567890'ìqwertyuiopè+asdfghjklòàùzxcvbnm,.-",
    shifted: '|!"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°§ZXCVBNM;:_',
  },
  {
    name: "Spanish",
    plain: "º1234567890'¡qwertyuiop +asdfghjklñ çzxcvbnm,.-",
    shifted: 'ª!"·$%&/()=?¿QWERTYUIOP *ASDFGHJKLÑ ÇZXCVBNM;:_',
  },
  {
    name: "Latin American",
    plain: "|1234567890'¿qwertyuiop +asdfghjklñ{}zxcvbnm,.-",
    shifted: '°!"#$%&/()=?¡QWERTYUIOP *ASDFGHJKLÑ[]ZXCVBNM;:_',
  },
  {
    name: "Portuguese",
    plain: "\\1234567890'«qwertyuiop+ asdfghjklçº zxcvbnm,.-",
    shifted: '|!"#$%&/()=?»QWERTYUIOP* ASDFGHJKLÇª ZXCVBNM;:_',
  },
  {
    name: "Brazilian",
    plain: "'1234567890-=qwertyuiop [asdfghjklç ]zxcvbnm,.;",
    shifted: '"!@#$% &*()_+QWERTYUIOP {ASDFGHJKLÇ }ZXCVBNM<>:',
  },
  {
    name: "Dutch",
    plain: "@1234567890/°qwertyuiop *asdfghjkl+ <zxcvbnm,.-",
    shifted: "§!\"#$%&_()'? QWERTYUIOP |ASDFGHJKL± >ZXCVBNM;:=",
  },
  {
    name: "Swedish",
    plain: "§1234567890+ qwertyuiopå asdfghjklöä'zxcvbnm,.-",
    shifted: '½!"#¤%&/()=? QWERTYUIOPÅ ASDFGHJKLÖÄ*ZXCVBNM;:_',
  },
  {
    name: "Norwegian",
    plain: "|1234567890+\\qwertyuiopå asdfghjkløæ'zxcvbnm,.-",
    shifted: '§!"#¤%&/()=? QWERTYUIOPÅ ASDFGHJKLØÆ*ZXCVBNM;:_',
  },
  {
    name: "Danish",
    plain: "½1234567890+ qwertyuiopå asdfghjklæø'zxcvbnm,.-",
    shifted: '§!"#¤%&/()=? QWERTYUIOPÅ ASDFGHJKLÆØ*ZXCVBNM;:_',
  },
  {
    name: "Icelandic",
    plain: " 1234567890ö-qwertyuiopð'asdfghjklæ +zxcvbnm,.þ",
    shifted: ' !"#$%&/()=Ö_QWERTYUIOPÐ?ASDFGHJKLÆ *ZXCVBNM;:Þ',
  },
  {
    name: "Lithuanian",
    plain: "`ąčęėįšųū„“-žqwertyuiop[]asdfghjkl;'\\zxcvbnm,./",
    shifted: '~ĄČĘĖĮŠŲŪ()_ŽQWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?',
  },
  {
    name: "Polish (QWERTZ)",
    plain: "˙1234567890+'qwertzuiopżśasdfghjklłąóyxcvbnm,.-",
    shifted: ' !"#$%&/()=?*QWERTZUIOPńćASDFGHJKLŁęźYXCVBNM;:_',
  },
  {
    name: "Czech",
    plain: ";+ěščřžýáíé= qwertzuiopú)asdfghjklů§ yxcvbnm,.-",
    shifted: " 1234567890% QWERTZUIOP/(ASDFGHJKL\"!'YXCVBNM?:_",
  },
  {
    name: "Czech (QWERTY)",
    plain: ";+ěščřžýáíé= qwertyuiopú)asdfghjklů§ zxcvbnm,.-",
    shifted: " 1234567890% QWERTYUIOP/(ASDFGHJKL\"!'ZXCVBNM?:_",
  },
  {
    name: "Slovak",
    plain: ";+ľščťžýáíé= qwertzuiopúäasdfghjklô§ňyxcvbnm,.-",
    shifted: ' 1234567890% QWERTZUIOP/(ASDFGHJKL"!)YXCVBNM?:_',
  },
  {
    name: "Slovak (QWERTY)",
    plain: ";+ľščťžýáíé= qwertyuiopúäasdfghjklô§ňzxcvbnm,.-",
    shifted: ' 1234567890% QWERTYUIOP/(ASDFGHJKL"!)ZXCVBNM?:_',
  },
  {
    name: "Hungarian",
    plain: "0123456789öüóqwertzuiopőúasdfghjkléáűyxcvbnm,.-",
    shifted: "§'\"+!%/=()ÖÜÓQWERTZUIOPŐÚASDFGHJKLÉÁŰYXCVBNM?:_",
  },
  {
    name: "Slovenian",
    plain: "¸1234567890'+qwertzuiopšđasdfghjklčćžyxcvbnm,.-",
    shifted: '¨!"#$%&/()=?*QWERTZUIOPŠĐASDFGHJKLČĆŽYXCVBNM;:_',
  },
  {
    name: "Romanian",
    plain: "]1234567890+'qwertzuiopăîasdfghjklșțâyxcvbnm,.-",
    shifted: '[!"#¤%&/()=?*QWERTZUIOPĂÎASDFGHJKLȘȚÂYXCVBNM;:_',
  },
  {
    name: "Albanian",
    plain: "\\1234567890-=qwertzuiopç@asdfghjklë[]yxcvbnm,./",
    shifted: "|!\"#$%^&*()_+QWERTZUIOPÇ'ASDFGHJKLË{}YXCVBNM;:?",
  },
  {
    name: "Turkish (Q)",
    plain: '"1234567890*-qwertyuıopğüasdfghjklşi,zxcvbnmöç.',
    shifted: "é!'^+%&/()=?_QWERTYUIOPĞÜASDFGHJKLŞİ;ZXCVBNMÖÇ:",
  },
  {
    name: "Turkish (F)",
    plain: "+1234567890/-fgğıodrnhpqwuieaütkmlyşxjövcçzsb.,",
    shifted: "*!\"^$%&'()=?_FGĞIODRNHPQWUİEAÜTKMLYŞXJÖVCÇZSB:;",
  },
  {
    name: "Azerbaijani",
    plain: "`1234567890-=qüertyuiopöğasdfghjklıə\\zxcvbnmçş.",
    shifted: '~!"Ⅶ;%:?*()_+QÜERTYUİOPÖĞASDFGHJKLIƏ/ZXCVBNMÇŞ,',
  },
  {
    name: "Russian",
    plain: "ё1234567890-=йцукенгшщзхъфывапролджэ\\ячсмитьбю.",
    shifted: 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ,',
  },
  {
    name: "Ukrainian",
    plain: "'1234567890-=йцукенгшщзхїфівапролджєґячсмитьбю.",
    shifted: 'ʼ!"№;%:?*()_+ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄҐЯЧСМИТЬБЮ,',
  },
  {
    name: "Belarusian",
    plain: "ё1234567890-=йцукенгшўзх'фывапролджэ\\ячсмітьбю.",
    shifted: "Ё!\"№;%:?*()_+ЙЦУКЕНГШЎЗХ'ФЫВАПРОЛДЖЭ/ЯЧСМІТЬБЮ,",
  },
  {
    name: "Kazakh",
    plain: '("әіңғ,.үұқөһйцукенгшщзхъфывапролджэ\\ячсмитьбю№',
    shifted: ")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ?",
  },
  {
    name: "Bulgarian",
    plain: "(1234567890-.,уеишщксдзц;ьяаожгтнвмч„юйъэфхпрлб",
    shifted: ')!?+"%=:/–№$€ыУЕИШЩКСДЗЦ§ѝЯАОЖГТНВМЧ“ЮЙЪЭФХПРЛБ',
  },
  {
    name: "Bulgarian (phonetic)",
    plain: "ч1234567890-=явертъуиопшщасдфгхйкл;'юзьцжбнм,./",
    shifted: 'Ч!@№$%€§*()–+ЯВЕРТЪУИОПШЩАСДФГХЙКЛ:"ЮЗѝЦЖБНМ„“?',
  },
  {
    name: "Serbian",
    plain: "`1234567890'+љњертзуиопшђасдфгхјклчћжжџцвбнм,.-",
    shifted: '~!"#$%&/()=?*ЉЊЕРТЗУИОПШЂАСДФГХЈКЛЧЋЖЖЏЦВБНМ;:_',
  },
  {
    name: "Macedonian",
    plain: " 1234567890-=љњертѕуиопшѓасдфгхјклчќжзџцвбнм,./",
    shifted: "~!„“$%^&*()_+ЉЊЕРТЅУИОПШЃАСДФГХЈКЛЧЌЖЗЏЦВБНМ;:?",
  },
  {
    name: "Mongolian",
    plain: "=1234567890ещфцужэнгшүзкъйыбөахролдп!ячёсмитьвю",
    shifted: '+№-"₮:._,%?ЕЩФЦУЖЭНГШҮЗКЪЙЫБӨАХРОЛДП|ЯЧЁСМИТЬВЮ',
  },
  {
    name: "Greek",
    plain: "`1234567890-=;ςερτυθιοπ[]ασδφγηξκλ '\\ζχψωβνμ,./",
    shifted: '~!@#$%^&*()_+:ΣΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ "|ΖΧΨΩΒΝΜ<>?',
  },
  {
    name: "Hebrew",
    plain: ";1234567890-=/'קראטוןםפ][שדגכעיחלךף,\\זסבהנמצתץ.",
    shifted: '~!@#$%^&*)(_+QWERTYUIOP}{ASDFGHJKL:"|ZXCVBNM><?',
  },
  {
    name: "Georgian",
    plain: "„1234567890-=ქწერტყუიოპ[]ასდფგჰჯკლ;'\\ზხცვბნმ,./",
    shifted: '“!@#$%^&*()_+QჭEღთYUIOP{}AშDFGHჟKL:"|ძXჩVBNM<>?',
  },
  {
    name: "Armenian",
    plain: "՝ֆձ֊,։՞․՛)օէղճփբսմուկըթծցջվգեանիտհպր»ժդչյզլքխշռ",
    shifted: "՜ՖՁ—$…%և՚(ՕԷՂՃՓԲՍՄՈՒԿԸԹԾՑՋՎԳԵԱՆԻՏՀՊՐ«ԺԴՉՅԶԼՔԽՇՌ",
  },
  {
    name: "Japanese",
    plain: " 1234567890-^qwertyuiop@[asdfghjkl;:]zxcvbnm,./",
    shifted: " !\"#$%&'()~=~QWERTYUIOP`{ASDFGHJKL+*}ZXCVBNM<>?",
  },
];

/** One character for another, as a scanner and a computer disagree about the keys. */
export type KeyMap = ReadonlyMap<string, string>;

/** Which level of a key was seen, and which was meant, the likelier first: Shift may have got lost, or be locked. */
const levels = [
  { seen: "shifted", meant: "shifted" },
  { seen: "plain", meant: "plain" },
  { seen: "shifted", meant: "plain" },
  { seen: "plain", meant: "shifted" },
] as const;

/** What a code can hold. */
const CODE_CHARACTER = /^[A-Z0-9:]$/;

let made: readonly KeyMap[] | null = null;

/**
 * A scanner that types presses keys; which characters these are, the computer's layout says. Each map gives back what
 * was in the code, in capitals: for a scanner set to US keys and a computer set to each of the layouts, and the other
 * way round. A letter's other case is the same key, for Caps Lock. Made when they are first asked for.
 */
export function keyMaps(): readonly KeyMap[] {
  const [us, ...others] = layouts;
  if (us === undefined) return [];
  made ??= others.flatMap((other) => [mapBack(other, us), mapBack(us, other)]);
  return made;
}

/** What `meant` has on the key where `seen` has a character, as far as a code can hold it. */
function mapBack(seen: Layout, meant: Layout): KeyMap {
  const map = new Map<string, string>();
  for (const level of levels) {
    const characters = [...meant[level.meant]];
    for (const [at, from] of [...seen[level.seen]].entries()) {
      const to = characters[at]?.toUpperCase() ?? "";
      if (from !== " " && CODE_CHARACTER.test(to) && !map.has(from)) map.set(from, to);
    }
  }
  // Caps Lock gives a letter its other case, also where Shift would give another character.
  for (const [from, to] of [...map]) {
    for (const other of [from.toLowerCase(), from.toUpperCase()]) if (!map.has(other)) map.set(other, to);
  }
  return map;
}
