# الإطار
brand = إسناد
nav = الشاشات
nav-reports = الأخبار
nav-review = المراجعة
nav-events = الأحداث
nav-map = الخريطة
nav-search = البحث
nav-sources = المصادر
nav-jobs = المهام
skip = انتقل إلى المحتوى
close = إغلاق
waiting = لحظة…
again = أعد المحاولة
offline = الخادم لا يستجيب. قد لا يكون ما تراه محدَّثًا، وسيعود الاتصال تلقائيًّا.
no-such-page = لا توجد صفحة بهذا العنوان
go-start = إلى الأخبار
version = إسناد، الإصدار { $version }

# الإعدادات
settings = الإعدادات
setting-theme = المظهر
setting-theme-auto = مثل النظام
setting-theme-light = فاتح
setting-theme-dark = داكن
setting-digits = الأرقام
setting-digits-latn = 123
setting-digits-arab = ١٢٣
setting-letters = مفاتيح الحرف الواحد
setting-letters-on = مفعّلة
setting-letters-off = معطّلة

# الدخول
sign-in = تسجيل الدخول
sign-in-why = هذا السجل مشترك، فكل قرار فيه يحمل اسم صاحبه.
sign-in-failed = الاسم وكلمة المرور غير متطابقين. حاول مرة أخرى، أو اطلب كلمة جديدة من أحد المحررين.
sign-out = تسجيل الخروج
user-name = الاسم
password = كلمة المرور

# عند الخطأ
problem = تعذّر ذلك
problem-0 = الخادم لا يستجيب
problem-401 = سجّل الدخول أولًا
problem-403 = صلاحيتك لا تسمح بذلك
problem-404 = لا وجود لما طلبت
problem-429 = محاولات كثيرة. انتظر دقيقة.

# التراجع
undo = تراجع
undone = سُحب القرار رقم { NUMBER($number, useGrouping: 0) }
nothing-to-undo = ليس لك قرار يمكن التراجع عنه

# المفاتيح
then = ثم
key-search = بحث
key-undo = التراجع عن آخر قرار لي، ثم عمّا قبله
key-help = المفاتيح والمساعدة
key-language = العربية أو الإنكليزية
help-title = المفاتيح
help-layout = المفاتيح بحسب موضعها على اللوحة، فهي نفسها مع التخطيط العربي.
letters-are-off = مفاتيح الحرف الواحد معطّلة في الإعدادات.
keys-everywhere = في كل مكان
keys-settings = الإعدادات
