/** Nationalities, peoples, religions and political groups a person may belong to; lower case, without accents. */
const WORDS = [
  'american british english scottish welsh irish canadian australian french german austrian swiss italian spanish portuguese',
  'dutch belgian danish swedish norwegian finnish icelandic polish czech slovak slovenian croatian serbian bosnian albanian',
  'kosovar macedonian greek bulgarian romanian moldovan hungarian ukrainian russian belarusian estonian latvian lithuanian',
  'turkish cypriot maltese georgian armenian azerbaijani kazakh uzbek israeli palestinian lebanese syrian jordanian iraqi',
  'iranian persian saudi emirati kuwaiti qatari yemeni omani egyptian moroccan algerian tunisian libyan sudanese somali',
  'ethiopian eritrean kenyan ugandan tanzanian rwandan nigerian ghanaian senegalese ivorian cameroonian congolese angolan',
  'zimbabwean zambian malawian mozambican namibian indian pakistani bangladeshi nepalese nepali afghan tibetan chinese',
  'taiwanese japanese korean mongolian vietnamese thai filipino filipina indonesian malaysian singaporean cambodian burmese',
  'brazilian argentinian argentine chilean peruvian bolivian colombian venezuelan ecuadorian uruguayan paraguayan mexican',
  'guatemalan honduran salvadoran nicaraguan cuban dominican haitian jamaican trinidadian kurdish basque catalan sami romani',
  'african-american latino latina hispanic caucasian cherokee navajo maori inuit zulu yoruba igbo hausa tamil punjabi bengali',
  'christian catholic protestant lutheran anglican methodist baptist evangelical orthodox mormon muslim sunni shia shiite',
  'jewish hindu sikh buddhist jain taoist atheist agnostic pagan quaker',
  'democrat republican libertarian socialist communist conservative tory marxist liberal anarchist feminist trotskyist',
];

export const AFFILIATIONS: readonly string[] = WORDS.join(' ').split(' ');
