# كلمات الحدث.
keys-event = الحدث
keys-event-members = حدث واحد أم حدثان
event-none = لم يُذكر هنا حدث.
event-gone = لا يوجد الحدث { $event }.
event-to-list = إلى الأحداث
event-moved = ضُمّ { $before } إلى { $now }.
event-passing = لم يُذكر إلا عرضًا
event-on-map = على الخريطة
event-news-days = { $days }، أيام الخبر؛ لا قول يذكر يومًا
event-judged = قرره شخص؛ وكان المقترح: { $grade }.
event-proposed = مقترح بحكم القاعدة:
event-confirm = تأكيد
event-discount = استبعاد
event-said-confirmed = أُكّد
event-said-discounted = استُبعد
event-party-denied = منفي
event-disputes = تناقضات
event-side-says = يقولون إنه وقع
event-side-denies = ينفونه
event-chains = من رواه وعن طريق من
event-chains-why = ممن يشهد، مرورًا بمن ينقل فقط، إلى الوسائل. الأخبار التي تكرر كلمات غيرها مطوية فيها: لا تزيد شهادة.
event-no-chain = لا قول يسمي متحدثًا.
event-chain-as = العرض
event-chain-tree = رسم
event-chain-list = قائمة
event-role-witness = شاهد
event-own-words = بكلماتها هي
event-nameless = بلا اسم
event-open-words = الكلمات
event-copies = { $count ->
    [one] ونسخة قريبة واحدة
    [two] ونسختان قريبتان
    [few] و{ $text } نسخ قريبة
    [many] و{ $text } نسخة قريبة
    [zero] و{ $text } نسخة قريبة
   *[other] و{ $text } نسخة قريبة
  }
event-denies = ينفيه
event-figures = الأرقام بحسب قائليها
event-no-figures = لا قول في هذا الحدث يذكر رقمًا.
event-of-which = { $measure }، منهم: { $class }
event-range = { $low }–{ $high }
event-range-least = { $low } أو أكثر
event-range-most = { $high } على الأكثر
event-range-none = بلا رقم
event-about = نحو { $value }
event-more-than = أكثر من { $low }
event-value = الرقم
event-claimant = القائل
event-outlet = عن طريق
event-said = متى
event-evidence = بهذه الكلمات
event-standing = حاله
event-standing-current = قائم
event-standing-superseded = حلّ غيره محله
event-standing-part = جزء من مجموع
event-standing-repeated = مكرر
event-standing-not-asserted = منفي أو مشكوك فيه
event-rule = أقل وأكبر آخر أرقام { $claimants ->
    [one] قائل واحد
    [two] قائلَين
    [few] { $text } قائلين
    [many] { $text } قائلًا
    [zero] { $text } قائل
   *[other] { $text } قائل
  }. متروك: { $superseded } حلّ غيره محله أو مكرر، { $denied } منفي أو مشكوك فيه. لا متوسطات.
event-series = { $measure } عبر الزمن، بحسب { $claimants ->
    [one] قائل واحد
    [two] قائلَين
    [few] { $claimants } قائلين
    [zero] { $claimants } قائلًا
    [many] { $claimants } قائلًا
   *[other] { $claimants } قائلًا
  }
event-members = لماذا هذا حدث واحد
event-members-why = كل رواية مع أسباب عدّها من هذا الحدث. يقول Y إن المختار منه، ويقول N إنه ليس منه، ويترك H الأمر مفتوحًا.
event-copy-of = يكرر كلمات { $outlet }؛ لا يزيد شهادة.
event-open-report = افتح الخبر
event-pick = اختر هذا القول للفصل
event-split = ليس من هذا الحدث
event-split-claims = { $count ->
    [one] افصل القول المختار
    [two] افصل القولين المختارين
    [few] افصل { $count } أقوال
    [zero] افصل { $count } قولًا
    [many] افصل { $count } قولًا
   *[other] افصل { $count } قولًا
  }
event-said-split = فُصل حدثًا قائمًا بذاته
event-said-joined = ضُمّ إليه { $other }
event-near = قريب زمانًا ومكانًا: أهو الحدث نفسه؟
event-near-none = لا شيء آخر قريب منه.
event-reports = { $count ->
    [one] خبر واحد
    [two] خبران
    [few] { $text } أخبار
    [many] { $text } خبرًا
    [zero] { $text } خبر
   *[other] { $text } خبر
  }
event-why-apart = لماذا اثنان؟
event-join = هو نفسه
event-not-same = ليس هو
event-key-confirm = تأكيد
event-key-discount = استبعاد
event-key-next = الرواية التالية
event-key-before = الرواية السابقة
event-key-yes = من هذا الحدث: ضمّ
event-key-hold = اتركه مفتوحًا
event-key-no = ليس من هذا الحدث: فصل

# أسباب السجل
reason-only = هي الرواية الوحيدة.
reason-joined = ضُمّت إلى الخبر { $report }: ‏{ $points } نقطة
reason-joined-by = ضمّها { $who }
reason-needed = عدد النقاط { $points }؛ يلزم { $floor } بين كل اثنين و{ $mean } في المتوسط
reason-never = لا يكونان واحدًا؛ يلزم { $floor } نقطة بين كل اثنين و{ $mean } في المتوسط
reason-one-report = خبر واحد يرويهما حدثين
reason-kinds = من نوعين مختلفين: { $one }، { $other }
reason-parted = شخص فرّق بينهما
reason-words = رُويا بالكلمات نفسها
reason-copies = في نسخ من نص واحد
reason-no-time = لم يُذكر وقت
reason-day = اليوم نفسه
reason-days = يومان مختلفان
reason-hour = الساعة نفسها
reason-hours = ساعتان مختلفتان
reason-overlap = زمنان متداخلان
reason-news = خبر الأيام نفسها
reason-named = { $one } مذكور في كليهما
reason-persons = شخصان مختلفان: { $one }، { $other }
reason-place = المكان نفسه: { $one }
reason-some-places = بعض الأماكن واحد
reason-several-places = مكان واحد وأماكن عدة
reason-within = مكان في { $one }
reason-building-place = مبنى ومكان: لعل أحدهما في الآخر
reason-perhaps-within = لعل أحد المكانين في الآخر
reason-places = مكانان مختلفان: { $one }، { $other }
reason-sides = الطرفان نفسهما
reason-parties = الأطراف نفسها: { $one }، { $other }
reason-agent = الفاعل نفسه: { $one }
reason-agents = فاعلان مختلفان: { $one }، { $other }
reason-target = المستهدف نفسه: { $one }
reason-targets = مستهدفان مختلفان: { $one }، { $other }
reason-building = المبنى نفسه: { $one }
reason-buildings = مبنيان مختلفان: { $one }، { $other }
reason-victims = فئة الضحايا نفسها: { $class }
reason-victims-differ = فئتا ضحايا مختلفتان
reason-mode = الطريقة نفسها: { $mode }
reason-means = الوسيلة نفسها
reason-means-differ = وسيلتان مختلفتان: { $one }، { $other }
reason-types = نوعان مختلفان
reason-number = الرقم نفسه ({ $measure }): ‏{ $value }
reason-numbers-agree = رقمان متوافقان ({ $measure })
reason-numbers-differ = رقمان مختلفان ({ $measure }): ‏{ $one } و{ $other }
reason-independent = { $count ->
    [one] شاهد مستقل واحد
    [two] شاهدان مستقلان
    [few] { $count } شهود مستقلين
    [zero] { $count } شاهدًا مستقلًا
    [many] { $count } شاهدًا مستقلًا
   *[other] { $count } شاهدًا مستقلًا
  }
reason-own-side = { $one } يقر بذلك عن جهته
reason-claimants-differ = القائلون يذكرون أرقامًا مختلفة ({ $measure })
reason-independent-denied = عدد الشهود المستقلين { $count }؛ و{ $one } ينفيه
reason-none-denied = لا شاهد يؤكده، و{ $one } ينفيه
reason-one-denied = شاهد واحد، و{ $one } ينفيه
reason-one = شاهد واحد
reason-none = لا شاهد يؤكده بلا تحفظ
reason-name-differ = { $one } يسمي { $agent }، و{ $other } يسمي { $another }
reason-victims-said = { $one } يتحدث عن مدنيين، و{ $other } عن مقاتلين
reason-denies = { $one } ينفيه
reason-either = { $one } أو { $other }

# فئات الناس وأنواع الوقائع والدقة
class-civilian = مدنيون
class-combatant = مقاتلون
class-police = شرطة
class-medic = مسعفون
class-journalist = صحفيون
class-aid-worker = عاملو إغاثة
class-official = مسؤولون
class-child = أطفال
class-woman = نساء
class-prisoner = أسرى وسجناء
class-displaced = نازحون
class-protester = محتجون
class-worker = عمال
class-unknown = أشخاص
place-precision-facility = مبنى
