# كلمات الحدث.
keys-event = الحدث
keys-event-members = حدث واحد أم حدثان
event-none = لم يُذكر هنا حدث.
event-gone = لا يوجد الحدث { $event }.
event-to-list = إلى الأحداث
event-moved = ضُمّ { $before } إلى { $now }.
event-passing = لم يُذكر إلا عرضًا
event-on-map = على الخريطة
event-news-days = { $days }، أيام الخبر؛ لا ادعاء يذكر يومًا
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
event-chains-why = ممن يشهد، مرورًا بمن ينقل فقط، إلى الوسائل. التقارير التي تكرر كلمات غيرها مطوية فيه: لا تزيد شهادة.
event-no-chain = لا ادعاء يسمي متحدثًا.
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
   *[other] و{ $text } نسخة قريبة
  }
event-denies = ينفيه
event-figures = الأرقام بحسب قائليها
event-no-figures = لا ادعاء في هذا الحدث يذكر رقمًا.
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
   *[other] { $text } قائل
  }. متروك: { $superseded } حلّ غيره محله أو مكرر، { $denied } منفي أو مشكوك فيه. لا متوسطات.
event-series = { $measure } عبر الزمن، بحسب { $claimants ->
    [one] قائل واحد
    [two] قائلَين
    [few] { $claimants } قائلين
   *[other] { $claimants } قائلًا
  }
event-members = لماذا هذا حدث واحد
event-members-why = كل رواية مع أسباب عدّها من هذا الحدث. يقول Y إن المختار منه، ويقول N إنه ليس منه، ويترك H الأمر مفتوحًا.
event-copy-of = يكرر كلمات { $outlet }؛ لا يزيد شهادة.
event-open-report = افتح التقرير
event-pick = اختر هذا الادعاء للفصل
event-split = ليس من هذا الحدث
event-split-claims = { $count ->
    [one] افصل الادعاء المختار
    [two] افصل الادعاءين المختارين
    [few] افصل { $count } ادعاءات
   *[other] افصل { $count } ادعاءً
  }
event-said-split = فُصل حدثًا قائمًا بذاته
event-said-joined = ضُمّ إليه { $other }
event-near = قريب زمانًا ومكانًا: أهو الحدث نفسه؟
event-near-none = لا شيء آخر قريب منه.
event-reports = { $count ->
    [one] تقرير واحد
    [two] تقريران
    [few] { $text } تقارير
    [many] { $text } تقريرًا
   *[other] { $text } تقرير
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
