/**
 * Nationalities and religions in German, French, Spanish, Italian and Dutch; lower case, without accents. Each row: stems,
 * and what they end in.
 */
const FORMS: readonly (readonly [stems: string, endings: string])[] = [
  [
    'deutsch turkisch italienisch polnisch syrisch russisch ukrainisch franzosisch spanisch griechisch kroatisch serbisch rumanisch bulgarisch afghanisch irakisch iranisch kurdisch marokkanisch tunesisch algerisch nigerianisch indisch pakistanisch chinesisch vietnamesisch amerikanisch britisch englisch irisch osterreichisch niederlandisch belgisch danisch schwedisch norwegisch finnisch portugiesisch ungarisch tschechisch slowakisch slowenisch albanisch kosovarisch bosnisch somalisch eritreisch athiopisch ghanaisch brasilianisch mexikanisch kolumbianisch argentinisch japanisch koreanisch israelisch palastinensisch libanesisch agyptisch schweizerisch katholisch evangelisch protestantisch muslimisch islamisch judisch orthodox buddhistisch hinduistisch konfessionslos',
    ' e er en es em',
  ],
  [
    'italien syr ukrain span irak iran marokkan tunes alger nigerian ind pakistan amerikan osterreich schweiz niederland holland belg norweg japan alban somal eritre brasilian mexikan kolumbian argentin kanad australi agypt palastinens slowen',
    'er erin ern erinnen ier ierin',
  ],
  [
    'turk pol russ franzos griech kroat serb ruman bulgar afghan kurd chines vietnames brit schwed dan finn portugies tschech slowak jud libanes schott',
    'e in en innen',
  ],
  ['muslim katholik protestant christ buddhist atheist', ' in en innen'],
  [
    'algerien tunisien italien bresilien canadien indien iranien syrien ukrainien egyptien nigerien colombien peruvien haitien norvegien autrichien israelien palestinien armenien ivoirien malien chretien',
    ' ne s nes',
  ],
  [
    'francais anglais portugais polonais senegalais camerounais irlandais neerlandais ecossais libanais japonais congolais chinois suedois danois hongrois finlandais americain marocain roumain mexicain allemand espagnol afghan musulman protestant',
    ' e s es',
  ],
  [
    'belge suisse russe turc turque grec grecque kurde bulgare serbe croate tcheque britannique arabe juif juive catholique bouddhiste athee orthodoxe',
    ' s',
  ],
  [
    'mexican colombian peruan argentin chilen ecuatorian venezolan bolivian cuban dominican brasilen uruguay paraguay ruman bulgar chin rus ucranian polac suec canadiens sirio guatemaltec honduren salvadoren catolic judi cristian gitan ate evangelic american italian nigerian senegal filipin',
    'o a os as',
  ],
  ['espanol aleman ingles frances portugues musulman irlandes holandes japones danes', ' a es as'],
  ['marroqui estadounidense belga budista protestante canadiense costarricense nicaraguense israeli irani', ' s'],
  [
    'rumen marocchin ucrain tedesc spagnol polacc russ tunisin egizian peruvian brasilian indian pakistan filippin turc grec svizzer cattolic musulman ebre ortodoss eritre',
    'o a i e hi he',
  ],
  ['albanes cines frances ingles senegales portogh olandes svedes danes ghanes', 'e i'],
  [
    'nederlands duits belgisch frans engels pools turks marokkaans surinaams antilliaans syrisch oekraiens russisch spaans italiaans chines portuges indonesisch iraans iraaks somalisch eritres afghaans joods katholiek protestants gereformeerd hindoestaans amerikaans brits',
    ' e',
  ],
  ['marokkaan turk belg duitser nederlander surinamer moslim jood hindoe christen katholiek syrier pool', ' en s'],
];

export const FOREIGN_AFFILIATIONS: readonly string[] = FORMS.flatMap(([stems, endings]) =>
  stems.split(' ').flatMap((stem) => endings.split(' ').map((ending) => stem + ending)),
);
