/**
 * Made-up articles of the kinds that the desk is for, in both languages. None of it happened. Each ends with words about
 * nothing, so that the quotes are less than half of it.
 */

const rest = `None of this happened. It was written for a test, and these last sentences are here so that the quotes are less than half of the words. Readers of the Courier are used to that, and have long stopped writing letters about it. The editors thank them for their patience, and the printers for their ink. Whoever has come as far as this may as well know that the Courier has no office, no telephone and no cat, though it has often thought of getting one. It would be a grey one, and would sleep on the table by the window.`;
const arabicRest = `لم يحدث شيء من هذا. كُتب هذا النص لاختبار البرنامج، وهذه الجمل الأخيرة هنا كي تكون الاقتباسات أقل من نصف الكلمات. وقد اعتاد القراء ذلك وتوقفوا منذ زمن طويل عن كتابة الرسائل عنه، ويشكرهم المحررون على صبرهم. ولا مكتب للصحيفة ولا هاتف ولا قطة، مع أنها فكرت كثيرًا في أن تقتني واحدة رمادية تنام على الطاولة قرب النافذة.`;

/** Strikes and bases: six places, one of them near a border, and two in a list. */
export const strikes = `Troops moved across central Syria

The Made-up Courier, 9 May 2021

Russian officers said on Friday that forces had been deployed to the Hama Military Airport. Iranian militias store rockets at depots in Masyaf and Palmyra, according to a local source.

On 3 May 2021, Israeli jets struck the airport in Aleppo, killing two soldiers, state media said. The United States keeps troops at its base in Tanf, near the borders of Jordan and Iraq.

Russia operates a naval base at Tartus, and its aircraft have been stationed at Hmeimim since September 2015, the Courier reported.

${rest}`;

/** A demand to leave, as a newspaper passes it on from another. */
export const demand = `Courier: officers asked militias to leave

The Made-up Courier, 4 September 2022

Russia demanded that Iranian militias leave their military positions in Hama and Homs, a source told the Made-up Gazette. The Iranian forces have yet to comply with the demand to leave a base near Masyaf.

Israeli jets attacked the airport in Damascus on 1 September 2022, the Gazette added.

${rest}`;

/** Plans out of papers that somebody else has seen. */
export const papers = `Papers tell of plans

The Made-up Courier, 2 June 2023

Iran is training militants at a base in Palmyra to attack American troops, documents show. Officials of the Quds Force tested a bomb in the town of Dumayr in January 2023, according to the documents.

Hezbollah stores weapons at a depot in Qusayr, the papers say.

${rest}`;

/** A meeting, and what was said at it. */
export const meeting = `Chiefs of staff met

The Made-up Courier, 19 March 2019

The military chiefs of Iran, Iraq and Syria met in Damascus on Monday, state media reported. Iraq will open the border crossing at Albu Kamal in days, an Iraqi general said.

The United States deployed soldiers at a base in Tanf.

${rest}`;

/** What is built up at an airfield, by people who are not named. It does not say when it was published, nor where. */
export const buildUp = `A base grows

Russia has deployed jets and tanks at an airport near Latakia, American officials said. Iranian commanders met Russian officers in Tartus on 21 September 2015, the officials said.

Rebels attacked the airfield of Abu al-Duhur, the officials added.

${rest}`;

/** Deployments and a strike, in Arabic. */
export const arabicStrikes = `قوات تتحرك في وسط سوريا

نشرت روسيا قوات في مطار حماة العسكري يوم 3 أيار 2021، بحسب مصدر محلي. وقصفت طائرات إسرائيلية مطار حلب يوم 5 أيار 2021.

${arabicRest}`;

/** A demand and a withdrawal, in Arabic. */
export const arabicDemand = `طلب بالانسحاب

طالبت روسيا القوات الإيرانية بإخلاء قاعدة عسكرية في مصياف يوم 1 أيلول 2022، بحسب صحيفة. وانسحبت ميليشيات إيرانية من مواقع عسكرية في حمص يوم 2 أيلول 2022.

${arabicRest}`;
