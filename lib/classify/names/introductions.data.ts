/** How people say their names in scripts without capitals, and the surnames by which a name is told from another word. */

/** Common Chinese surnames, simplified and traditional. */
const CHINESE =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴欧歐莫孔向常汤湯';

/** Common Japanese surnames of two or three characters. */
const JAPANESE =
  '佐藤|鈴木|高橋|田中|渡辺|伊藤|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|清水|山崎|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|斉藤|福田|太田|西村|藤井|金子|岡本|藤原|三浦|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|森田|上田|内田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|工藤|谷口|今井|高田|丸山|増田|杉山|大塚|村田|新井|小山|平野|藤本|河野|上野|武田|野口|松井|千葉|菅原|岩崎|久保|木下|佐野|野村|松尾|市川|菊地|杉本|古川|大西|島田|水野|桜井';

/** Common Korean surnames. */
const KOREAN = '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공';

const HAN_NAME = `(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|[${CHINESE}])\\p{Script=Han}{1,2}`;
const JAPANESE_NAME = `(?:${JAPANESE})[\\p{Script=Han}\\p{Script=Hiragana}]{0,4}?`;
const KOREAN_NAME = `[${KOREAN}][가-힣]{1,2}`;
const words = (script: string, most: number) =>
  `[\\p{Script=${script}}\\p{M}]{2,20}(?: [\\p{Script=${script}}\\p{M}]{2,20}){0,${most}}`;

/** The name is the only group. Each begins with fixed characters and is bounded. */
export const INTRODUCTIONS: readonly string[] = [
  `(?:我叫|我是|名字(?:是|叫)|姓名[:： ]{1,2}|联系人[:： ]{1,2}|聯絡人[:： ]{1,2}|收件人[:： ]{1,2}|患者[:： ]{0,2}|客户[:： ]{1,2})(${HAN_NAME})(?!\\p{Script=Han}|们)`,
  `(?:私は|名前は|氏名[:： ]{1,2}|担当[:： ]{1,2}|お名前[:： ]{1,2})(${JAPANESE_NAME})(?=です|と申|と言|といい|[、。,\\s]|$)`,
  `(?<![\\p{Script=Han}])((?:${JAPANESE}))(?=様|さん|氏|まで)`,
  `(?:저는|제 이름은|이름[:은] ?|성명[: ]{1,2}|환자[: ]{1,2}|담당자[: ]{1,2}) ?(${KOREAN_NAME})(?=이고|입니다|이에요|예요|이라고|라고|이며|[,.\\s]|$)`,
  `(?:اسمي|إسمي|انا اسمي) (${words('Arabic', 1)}?)(?= و|[،.,\\s]|$)`,
  `(?:שמי|קוראים לי) (${words('Hebrew', 1)})`,
  `(?:मेरा नाम|नाम[: ]{1,2}) ?(${words('Devanagari', 1)}?) (?=है|हैं)`,
  `(?:ผมชื่อ|ดิฉันชื่อ|ชื่อ|ดิฉัน|กระผม)[: ]{0,2}(${words('Thai', 1)})`,
];
