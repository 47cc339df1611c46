# كلمات الخريطة.
keys-map = الخريطة
map-timeline = الخط الزمني
map-no-days = لا يُعرف يوم أيٍّ من هذه الأحداث.
map-days-clear = كل الأيام
map-days-from = أول يوم
map-days-to = آخر يوم
map-per-day = في اليوم، { $text } على الأكثر
map-per-week = في الأسبوع، { $text } على الأكثر
map-per-month = في الشهر، { $text } على الأكثر
map-per-year = في السنة، { $text } على الأكثر
map-marks = علامات الخريطة. تنقلك أسهم لوحة المفاتيح من علامة إلى علامة.
map-list = الأحداث بترتيب أيامها
map-panes = أجزاء الشاشة
map-tab-map = الخريطة
map-tab-list = القائمة
map-tab-details = التفاصيل
map-none = لا أحداث بعد.
map-none-next = أدخل أخبارًا تظهر هنا الأحداث التي ترويها:
map-no-ground = تعذّر تحميل الخريطة الأساس.
map-what-unknown = حدث بلا نوع
map-what = { $type }: { $mode }
map-no-day = اليوم غير معروف
map-no-place = المكان غير معروف
map-between = { $from } – { $to }
map-killed = { $count ->
    [0] لا قتلى
    [one] قتيل واحد
    [two] قتيلان
    [few] { $text } قتلى
    [many] { $text } قتيلًا
    [zero] { $text } قتيل
   *[other] { $text } قتيل
  }
map-killed-between = القتلى { $low }–{ $high }
map-killed-least = القتلى { $low } أو أكثر
map-killed-most = القتلى { $high } على الأكثر
map-disputed = متنازع عليه
map-of-them-disputed = { $count ->
    [one] واحد منها متنازع عليه
    [two] اثنان منها متنازع عليهما
    [zero] { $count } منها متنازع عليها
    [few] { $count } منها متنازع عليها
    [many] { $count } منها متنازع عليها
   *[other] { $count } منها متنازع عليها
  }
map-events = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان، العدد { $text }
    [few] { $text } أحداث
    [many] { $text } حدثًا
   *[other] { $text } حدث
  }
map-and-around = { $place } و{ $count ->
    [one] مكان قريب منها
    [two] مكانان قريبان منها
    [few] { $text } أماكن قريبة منها
    [many] { $text } مكانًا قريبًا منها
    [zero] { $text } مكان قريب منها
   *[other] { $text } مكان قريب منها
  }
map-area-around = قرب { $place }، بلا مكان دقيق
map-area-district = منطقة { $place }، بلا مكان دقيق
map-area-division = { $place }، لا تُعرف إلا المحافظة
map-area-region = { $place }، إقليم
map-area-country = { $place }، لا يُعرف إلا البلد
map-reach-around = بلا مكان دقيق
map-reach-district = لا تُعرف إلا المنطقة
map-reach-division = لا تُعرف إلا المحافظة
map-reach-region = إقليم
map-reach-country = لا يُعرف إلا البلد
map-reach-none = المكان غير معروف
map-witnesses = { $count ->
    [0] بلا شاهد
    [one] شاهد واحد
    [two] شاهدان مستقلان
    [few] { $text } شهود مستقلين
    [many] { $text } شاهدًا مستقلًا
    [zero] { $text } شاهد مستقل
   *[other] { $text } شاهد مستقل
  }
map-count = { $count ->
    [0] لا شيء من { $allText }
    [one] حدث واحد
    [two] حدثان
    [few] { $text } أحداث
    [many] { $text } حدثًا
    [zero] { $text } حدث
   *[other] { $text } حدث
  }
map-unplaced = { $count ->
    [one] حدث بلا مكان: أظهره
    [two] حدثان بلا مكان: أظهرهما
    [few] { $text } أحداث بلا مكان: أظهرها
    [many] { $text } حدثًا بلا مكان: أظهرها
    [zero] { $text } حدث بلا مكان: أظهرها
   *[other] { $text } حدث بلا مكان: أظهرها
  }
map-unplaced-all = أظهر الكل
map-spot-clear = أظهر كل الأماكن
map-nothing = لا شيء يوافق كل هذه الاختيارات.
map-relax-days = كل الأيام
map-relax-families = كل الأنواع
map-relax-grade = كل الدرجات
map-relax-text = بلا هذه الكلمات
map-relax-known = مهما كان وقت العلم به
map-details = المختار
map-filters = المرشحات
map-families = أنواع الأحداث
map-family-violence = عنف
map-family-coercion = إكراه
map-family-protest = احتجاج
map-family-movement = تحركات
map-family-accord = محادثات ومساعدات
map-family-words = تصريحات
map-family-other = غير ذلك
map-grade = الدرجة
map-grade-any = كل الدرجات
map-only-disputed = المتنازع عليه فقط
map-text = كلمات في الأخبار
map-control = كيف كان الوضع
map-control-ask = السيطرة في يوم
map-control-at = في يوم
map-control-known = المعلوم حتى
map-control-title = الوضع في { $day }
map-control-known-by = ما نُشر حتى { $day } فقط
map-control-known-all = مهما كان يوم نشره
map-holders = من يسيطر على ماذا
map-standing = { $who } { $what } { $where } منذ { $since }
map-standing-contested = { $who } { $what } { $where } منذ { $since }، متنازع عليه
map-standings-none = لا قول يبيّن كيف كان الوضع في ذلك اليوم.
map-since = منذ { $day }
map-contested = متنازع عليه
map-claim = القول { $number }
map-agents = الفاعل
map-targets = ضد أو مع أو إلى
map-toll-claims = ({ $claims ->
    [one] قول واحد
    [two] قولان
    [few] { $claims } أقوال
    [many] { $claims } قولًا
    [zero] { $claims } قول
   *[other] { $claims } قول
  }، المستقل منها { $witnesses })
map-told-by = رواه
map-told-by-count = { $reports ->
    [one] خبر واحد
    [two] خبران
    [few] { $reports } أخبار
    [many] { $reports } خبرًا
    [zero] { $reports } خبر
   *[other] { $reports } خبر
  }، { $outlets ->
    [one] وسيلة واحدة
    [two] وسيلتان
    [few] { $outlets } وسائل
    [many] { $outlets } وسيلة
    [zero] { $outlets } وسيلة
   *[other] { $outlets } وسيلة
  }، { $witnesses ->
    [0] بلا شاهد
    [one] شاهد واحد
    [two] شاهدان مستقلان
    [few] { $text } شهود مستقلين
    [many] { $text } شاهدًا مستقلًا
    [zero] { $text } شاهد مستقل
   *[other] { $text } شاهد مستقل
  }
map-disputed-about = متنازع على: { $about }
map-open-event = افتح الحدث
map-legend = مفتاح الخريطة والحدود
map-fill-solid = شاهدان مستقلان أو أكثر
map-fill-hollow = شاهد واحد
map-fill-owned = طرف يقر به عن نفسه
map-fill-denied = منفي
map-fill-discounted = استبعده شخص
map-ring-disputed = حلقة متقطعة: شيء منه متنازع عليه
map-hatched = مظلل بخطوط: لا يُعرف من المكان إلا منطقته
map-disc = قرص: أحداث أماكن متقاربة، يقف عند أكبرها
map-plate = لوحة: أحداث مكان واحد
map-boundaries = الحدود والأسماء كما هي في مصادرها ولا تنحاز إلى أحد. الخطوط المتقطعة غير متفق عليها. بلد الحدث يأتي من الخبر ومن معجم الأماكن، لا من هذه الخطوط.
map-credits = اليابسة والحدود: Natural Earth. المدن: GeoNames ‏(CC BY 4.0) وحزم إسناد.
map-key-next = الحدث التالي
map-key-before = الحدث السابق
map-key-open = افتح الحدث
map-key-in = تقريب
map-key-out = تبعيد
map-key-fit = أظهر الكل
map-key-marks = إلى العلامات
map-key-close = أغلق المختار
